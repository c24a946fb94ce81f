package io.beanpole.cloud.logs.pattern;

/** Reads a pattern from left to right. */
final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipSpace();
        return at == text.length();
    }

    /** Takes the words when they come next. */
    boolean take(String wanted) {
        skipSpace();
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    /** Takes the word, in capitals or not, when it comes next and ends there. */
    boolean takeWord(String word) {
        skipSpace();
        int end = at + word.length();
        boolean isThere = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        if (isThere) {
            at = end;
        }
        return isThere;
    }

    void require(String wanted) {
        if (!take(wanted)) {
            throw fault("'" + wanted + "' is missing");
        }
    }

    boolean isNext(char wanted) {
        skipSpace();
        return at < text.length() && text.charAt(at) == wanted;
    }

    /** What stands between this character, which comes next, and its next appearance; a backslash lets it stand. */
    String enclosed(char quote) {
        StringBuilder inside = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                inside.append(quote);
                i++;
            } else if (letter == quote) {
                at = i + 1;
                return inside.toString();
            } else {
                inside.append(letter);
            }
        }
        throw fault("a closing " + quote + " is missing");
    }

    /** All up to a space or one of these characters. */
    String until(String ends) {
        skipSpace();
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    PatternException fault(String why) {
        return new PatternException(
                "Invalid filter pattern: " + why + " at character " + (at + 1) + " of '" + text + "'.");
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
