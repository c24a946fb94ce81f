package io.beanpole.console.chart;

import java.util.Arrays;

/**
 * The highest and lowest place of a line in each column of pixels. A line that goes up and down several times within a
 * column is not to be told from the bars between them, and without a graphics card a bar costs a hundredth of its strokes. Of every line, dense or not, it
 * tells how much of it something would cover.
 */
final class Envelope {
    private static final int POINTS_A_COLUMN = 2;

    private final double[] tops;
    private final double[] bottoms;

    private Envelope(int columns) {
        tops = new double[columns];
        bottoms = new double[columns];
        Arrays.fill(tops, Double.POSITIVE_INFINITY);
        Arrays.fill(bottoms, Double.NEGATIVE_INFINITY);
    }

    /** Whether a line has more points than columns can show one by one. */
    static boolean suits(Line line, double width) {
        return line.size() > POINTS_A_COLUMN * width;
    }

    /** Of a line in a plot that is so many pixels wide; what lies beyond its edges is left out. */
    static Envelope of(Line line, double width) {
        var envelope = new Envelope((int) Math.ceil(width));
        if (line.size() == 1) {
            envelope.join(line.x(0), line.y(0), line.x(0), line.y(0));
        }
        for (var i = 1; i < line.size(); i++) {
            envelope.join(line.x(i - 1), line.y(i - 1), line.x(i), line.y(i));
        }
        return envelope;
    }

    int columns() {
        return tops.length;
    }

    /** Whether the line passes through a column at all. */
    boolean has(int column) {
        return tops[column] <= bottoms[column];
    }

    /** The place that is highest on the screen, so the smaller one. */
    double top(int column) {
        return tops[column];
    }

    double bottom(int column) {
        return bottoms[column];
    }

    /** How many columns from a left to a right place the line passes through between a top and a bottom. */
    int columnsWithin(double left, double right, double top, double bottom) {
        var end = (int) Math.min(columns(), Math.ceil(right));
        var count = 0;
        for (var column = (int) Math.max(0, Math.floor(left)); column < end; column++) {
            if (tops[column] < bottom && bottoms[column] > top) {
                count++;
            }
        }
        return count;
    }

    /** Each column that a stretch passes through takes in the part of it that lies there. */
    private void join(double fromX, double fromY, double toX, double toY) {
        var first = (int) Math.max(0, Math.floor(fromX));
        var last = (int) Math.min(columns() - 1.0, Math.floor(toX));
        var slope = toX > fromX ? (toY - fromY) / (toX - fromX) : 0;
        for (var column = first; column <= last; column++) {
            take(column, column <= fromX ? fromY : fromY + slope * (column - fromX));
            take(column, column + 1 >= toX ? toY : fromY + slope * (column + 1 - fromX));
        }
    }

    private void take(int column, double y) {
        tops[column] = Math.min(tops[column], y);
        bottoms[column] = Math.max(bottoms[column], y);
    }
}
