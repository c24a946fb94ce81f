package io.beanpole.console.control;

/**
 * A word with its tone, as a cell or a label shows it.
 *
 * @param detail what a tooltip adds; empty for none
 */
public record Mark(Tone tone, String text, String detail) {
    public Mark(Tone tone, String text) {
        this(tone, text, "");
    }
}
