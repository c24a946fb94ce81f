package io.beanpole.console.chart;

/**
 * One line of a chart.
 *
 * @param tone which of the palette's series colours it has, from 0
 */
public record ChartSeries(String title, Axis axis, Shape shape, int tone, Samples samples) {
    /** Which scale a value is read on. */
    public enum Axis {
        LEFT,
        RIGHT
    }

    /** How samples are joined. */
    public enum Shape {
        /** Straight from one to the next. */
        LINE,
        /** A value holds until the next one. */
        STEP,
        /** The same, broad and faint, so that it is seen under a step line that lies on it. */
        BROAD_STEP;

        boolean isStep() {
            return this != LINE;
        }
    }
}
