package io.beanpole.cloud.wire;

/**
 * How far an operation is answered.
 *
 * @param extent fully, partly, or by a refusal that says why
 * @param note what is missing, or why it is refused; empty when it is answered fully
 */
public record Support(Extent extent, String note) {
    /** The three there are. */
    public enum Extent {
        /** As AWS answers, as far as we know. */
        FULL,
        /** Answered, but a part of AWS's behaviour is missing. */
        PARTIAL,
        /** An AWS error that says why. */
        REFUSED
    }

    static final Support FULL = new Support(Extent.FULL, "");

    /** Answered in part. */
    public static Support partial(String missing) {
        return new Support(Extent.PARTIAL, missing);
    }

    /** Answered with an AWS error. */
    public static Support refused(String why) {
        return new Support(Extent.REFUSED, why);
    }
}
