package io.beanpole.deploy.plan;

import java.util.List;

/**
 * A file in which two source bundles differ.
 *
 * @param path inside the bundle
 * @param lines a line each, led by {@code +}, {@code -} or a blank, with a few of context; empty for what is no text
 */
public record FileChange(String path, Kind kind, List<String> lines) {
    public FileChange {
        lines = List.copyOf(lines);
    }

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same content with other permissions. */
        MODE
    }
}
