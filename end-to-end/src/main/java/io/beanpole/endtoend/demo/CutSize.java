package io.beanpole.endtoend.demo;

import io.beanpole.endtoend.EndToEndException;

/**
 * How much work one cut of a flood is.
 *
 * @param seconds length of the clip that is cut
 * @param frame its size, for instance {@code 854x480}
 */
public record CutSize(int seconds, String frame) {
    /** Two to three seconds of CPU. */
    public static final CutSize USUAL = new CutSize(20, "854x480");

    /** A real cut all the same, but most of it is the starting of programs: half a second of CPU. */
    public static final CutSize SMALL = new CutSize(4, "160x90");

    static CutSize named(String name) {
        return switch (name) {
            case "usual" -> USUAL;
            case "small" -> SMALL;
            default -> throw new EndToEndException("--cuts takes usual or small, not '" + name + "'.");
        };
    }
}
