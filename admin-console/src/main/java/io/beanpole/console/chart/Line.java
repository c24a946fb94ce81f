package io.beanpole.console.chart;

import java.util.Arrays;

/** Joined points: places from the left edge of a plot, and values or places from its top. */
final class Line {
    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int size;

    void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    int size() {
        return size;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    /** The same points with their values as places from the top of a plot. */
    Line on(ValueScale scale, double height) {
        var line = new Line();
        for (var i = 0; i < size; i++) {
            line.add(xs[i], scale.y(ys[i], height));
        }
        return line;
    }

    /** Each value holds until the next point. */
    Line stepped() {
        var line = new Line();
        for (var i = 0; i < size; i++) {
            if (i > 0 && ys[i] != ys[i - 1]) {
                line.add(xs[i], ys[i - 1]);
            }
            line.add(xs[i], ys[i]);
        }
        return line;
    }

    /** The same points elsewhere: what a canvas wants to be given. */
    double[] xsFrom(double left) {
        return shifted(xs, left);
    }

    double[] ysFrom(double top) {
        return shifted(ys, top);
    }

    private double[] shifted(double[] places, double by) {
        return Arrays.stream(places, 0, size).map(place -> place + by).toArray();
    }
}
