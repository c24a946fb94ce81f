package io.beanpole.console.chart;

/** What the axes of a chart count; an axis without a unit has no labels. */
public record ChartUnits(String left, String right, String lowerLeft, String lowerRight) {
    public static final ChartUnits NONE = of("", "");

    /** Of a chart without a lower plot. */
    public static ChartUnits of(String left, String right) {
        return new ChartUnits(left, right, "", "");
    }

    /** The unit of one axis. */
    String of(ChartSeries.Axis axis) {
        return switch (axis) {
            case LEFT -> left;
            case RIGHT -> right;
            case LOWER_LEFT -> lowerLeft;
            case LOWER_RIGHT -> lowerRight;
        };
    }
}
