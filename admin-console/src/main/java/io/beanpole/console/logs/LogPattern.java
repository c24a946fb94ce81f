package io.beanpole.console.logs;

import io.beanpole.deploy.log.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A text or regular expression that is looked for in lines, whatever the case of its letters; empty for nothing. */
final class LogPattern {
    private final Optional<Pattern> pattern;

    private LogPattern(Optional<Pattern> pattern) {
        this.pattern = pattern;
    }

    /** Looks for nothing. */
    static LogPattern nothing() {
        return new LogPattern(Optional.empty());
    }

    /**
     * What a person typed.
     *
     * @param isExpression whether it is a regular expression
     * @return empty for an expression that isn't one, as half-typed ones aren't
     */
    static Optional<LogPattern> of(String typed, boolean isExpression) {
        if (typed.isBlank()) {
            return Optional.of(nothing());
        }
        try {
            var flags = Pattern.CASE_INSENSITIVE | (isExpression ? 0 : Pattern.LITERAL);
            return Optional.of(new LogPattern(Optional.of(Pattern.compile(typed.strip(), flags))));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a line has it in its text, its log's path or its instance; every line has nothing. */
    boolean isIn(LogLine line) {
        return pattern.map(found -> found.matcher(line.text()).find()
                        || found.matcher(line.file()).find()
                        || found.matcher(line.instance()).find())
                .orElse(true);
    }

    /** A text in pieces, those that are looked for apart. */
    List<Piece> pieces(String text) {
        if (pattern.isEmpty()) {
            return List.of(new Piece(text, false));
        }
        var pieces = new ArrayList<Piece>();
        var matcher = pattern.get().matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                add(pieces, text.substring(at, matcher.start()), false);
                add(pieces, matcher.group(), true);
                at = matcher.end();
            }
        }
        add(pieces, text.substring(at), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean isFound) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, isFound));
        }
    }

    /** A piece of a line. */
    record Piece(String text, boolean isFound) {}
}
