package io.beanpole.console.release;

/** One line of the difference between what is deployed and what would be. */
public record DiffLine(Kind kind, String text) {
    /** Whether it is in one of the two only. */
    public boolean isChange() {
        return kind == Kind.ADDED || kind == Kind.REMOVED;
    }

    /** Where the line stands. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Not a line of the file: where the following ones are. */
        PLACE
    }
}
