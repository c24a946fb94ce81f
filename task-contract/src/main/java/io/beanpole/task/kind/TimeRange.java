package io.beanpole.task.kind;

/**
 * A part of a clip.
 *
 * @param start in seconds from the beginning of the clip
 * @param end in seconds from the beginning of the clip
 */
public record TimeRange(double start, double end) {
    /** The shortest part that can be cut, in seconds. */
    public static final double SHORTEST = 0.04;

    public TimeRange {
        if (!Double.isFinite(start) || !Double.isFinite(end) || start < 0) {
            throw new InvalidInputException("Give start and end in seconds from the beginning of the clip, 0 or more.");
        }
        if (end - start < SHORTEST) {
            throw new InvalidInputException("The end (" + end + " s) must come after the start (" + start + " s).");
        }
    }

    /** Length in seconds. */
    public double seconds() {
        return end - start;
    }
}
