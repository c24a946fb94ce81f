package io.beanpole.console.chart;

/**
 * One line of a chart.
 *
 * @param tone which of the palette's series colours it has, from 0
 * @param gap two samples further apart than this, in milliseconds, aren't joined: there is no data between them
 */
public record ChartSeries(String title, Axis axis, Shape shape, int tone, Samples samples, long gap) {
    /** Which scale a value is read on: those of the large plot, or of the low one under it. */
    public enum Axis {
        LEFT,
        RIGHT,
        LOWER_LEFT,
        LOWER_RIGHT;

        boolean isLower() {
            return this == LOWER_LEFT || this == LOWER_RIGHT;
        }
    }

    /** How samples are joined. */
    public enum Shape {
        /** Straight from one to the next. */
        LINE,
        /** The same in dashes, so that it is told from another line without its colour. */
        DASHED_LINE,
        /** A value holds until the next one. */
        STEP,
        /** The same in dashes. */
        DASHED_STEP,
        /** The same, broad and faint, so that it is seen under a step line that lies on it. */
        BROAD_STEP;

        boolean isStep() {
            return this != LINE && this != DASHED_LINE;
        }

        boolean isDashed() {
            return this == DASHED_LINE || this == DASHED_STEP;
        }
    }
}
