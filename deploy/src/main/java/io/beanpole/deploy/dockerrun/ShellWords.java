package io.beanpole.deploy.dockerrun;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as one string, as version 1 and Compose take it, and as words, as ECS does. */
final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,${}-]+");

    private ShellWords() {}

    /** The words of a line by the shell's quotes; an open quote ends with the line. */
    static List<String> split(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quote = ' ';
        var isWord = false;
        for (int i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (quote == ' ' && Character.isWhitespace(letter)) {
                if (isWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    isWord = false;
                }
            } else if (quote == ' ' && (letter == '\'' || letter == '"')) {
                quote = letter;
                isWord = true;
            } else if (letter == quote) {
                quote = ' ';
            } else {
                var isEscape = letter == '\\' && quote != '\'' && i + 1 < line.length();
                word.append(isEscape ? line.charAt(++i) : letter);
                isWord = true;
            }
        }
        if (isWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** A line that splits into these words again. */
    static String join(List<String> words) {
        return words.stream()
                .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
