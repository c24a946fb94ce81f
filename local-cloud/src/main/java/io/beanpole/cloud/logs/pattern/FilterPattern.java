package io.beanpole.cloud.logs.pattern;

/** What a message must look like to be found. */
@FunctionalInterface
public interface FilterPattern {
    /** Whether the message is one of those that are looked for. */
    boolean matches(String message);

    /**
     * Reads a pattern: terms, {@code {JSON}} or {@code [fields]}; an empty one matches everything.
     *
     * @throws PatternException when it is none of these
     */
    static FilterPattern parse(String text) {
        String pattern = text.strip();
        if (pattern.isEmpty()) {
            return message -> true;
        }
        return switch (pattern.charAt(0)) {
            case '{' -> JsonPattern.parse(pattern);
            case '[' -> FieldsPattern.parse(pattern);
            default -> TermsPattern.parse(pattern);
        };
    }
}
