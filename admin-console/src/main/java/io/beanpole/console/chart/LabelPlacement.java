package io.beanpole.console.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds places for the labels of horizontal levels where they cover no line, no other label and no edge. When every place
 * is taken it gives the one that covers least.
 */
final class LabelPlacement {
    private static final int COLUMNS = 12;
    private static final double AIR = 3;

    private final double width;
    private final double height;
    private final List<Envelope> lines;
    private final List<Box> taken = new ArrayList<>();
    private final List<Double> levels = new ArrayList<>();

    /** A plot of some size with lines placed on it. */
    LabelPlacement(double width, double height, List<Line> lines) {
        this.width = width;
        this.height = height;
        this.lines = lines.stream().map(line -> Envelope.of(line, width)).toList();
    }

    /** A label of another level should not lie across this one either. */
    void avoid(double level) {
        levels.add(level);
    }

    /** A place above or below a level for a label of some size. */
    Box place(double level, double labelWidth, double labelHeight) {
        var room = Math.max(0, width - labelWidth - 2 * AIR);
        var best = IntStream.rangeClosed(0, COLUMNS)
                .mapToObj(column -> AIR + room * (COLUMNS - column) / COLUMNS)
                .flatMap(x -> List.of(
                        new Box(x, level - labelHeight - AIR, labelWidth, labelHeight),
                        new Box(x, level + AIR, labelWidth, labelHeight),
                        new Box(x, level - 2 * (labelHeight + AIR), labelWidth, labelHeight))
                        .stream())
                .filter(box -> box.y() >= 0 && box.bottom() <= height)
                .min(Comparator.comparingDouble(box -> cost(box, level)))
                .orElse(new Box(
                        AIR, Math.max(0, Math.min(level + AIR, height - labelHeight)), labelWidth, labelHeight));
        taken.add(best);
        return best;
    }

    private double cost(Box box, double level) {
        var labels = taken.stream().filter(box::touches).count() * 10_000;
        var crossed = levels.stream()
                        .filter(other -> other > box.y() && other < box.bottom())
                        .count()
                * 100;
        // Beyond another level it would be read as that one's name.
        var middle = box.y() + box.height() / 2;
        var beyond = levels.stream()
                        .filter(other -> other > Math.min(level, middle) && other < Math.max(level, middle))
                        .count()
                * 1_000;
        // Right beside its own level is where it is looked for.
        var away = Math.max(0, Math.abs(box.y() + box.height() / 2 - level) - box.height()) / 2;
        return labels
                + crossed
                + beyond
                + away
                + lines.stream().mapToInt(line -> covered(line, box)).sum();
    }

    /** How many columns of pixels of a line lie under a box. */
    private static int covered(Envelope line, Box box) {
        return line.columnsWithin(box.x(), box.right(), box.y() - AIR, box.bottom() + AIR);
    }

    /** A rectangle in the plot. */
    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        boolean touches(Box other) {
            return x < other.right() + AIR
                    && other.x < right() + AIR
                    && y < other.bottom() + AIR
                    && other.y < bottom() + AIR;
        }
    }
}
