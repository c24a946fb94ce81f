package io.beanpole.cloud.logs.pattern;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The regular expressions that stand between percent signs. */
final class Expressions {
    private static final int LONGEST = 1_024;

    private Expressions() {}

    static Pattern compile(String expression) {
        if (expression.length() > LONGEST) {
            throw new PatternException("Invalid filter pattern: a regular expression is longer than 1024 characters.");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new PatternException("Invalid filter pattern: the regular expression %" + expression
                    + "% can't be read: " + e.getDescription() + ".");
        }
    }

    /** A text in which * stands for anything, as an expression for the whole of a value. */
    static Pattern wildcard(String text) {
        StringBuilder expression = new StringBuilder();
        for (String literal : text.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }
}
