package io.beanpole.console.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which characters of a line of JSON are keys, texts, numbers and words; a text of JSON never goes beyond its line. */
final class JsonColours {
    /** A longer line isn't coloured, so that a file in one line stays usable. */
    private static final int LONGEST = 10_000;

    private static final Pattern TOKEN = Pattern.compile("(?<key>\"(?:[^\"\\\\]++|\\\\.)*+\")(?=\\s*:)"
            + "|(?<text>\"(?:[^\"\\\\]++|\\\\.)*+\"?)"
            + "|(?<number>-?\\d++(?:\\.\\d++)?(?:[eE][+-]?\\d++)?)"
            + "|(?<word>\\b(?:true|false|null)\\b)"
            + "|(?<sign>[{}\\[\\],:])");

    private static final List<String> KINDS = List.of("key", "text", "number", "word", "sign");

    private JsonColours() {}

    /** The whole line in stretches. */
    static List<Stretch> of(String line) {
        if (line.length() > LONGEST) {
            return List.of(new Stretch("", line.length()));
        }
        var stretches = new ArrayList<Stretch>();
        var tokens = TOKEN.matcher(line);
        var end = 0;
        while (tokens.find()) {
            if (tokens.start() > end) {
                stretches.add(new Stretch("", tokens.start() - end));
            }
            var found = tokens;
            var kind = KINDS.stream()
                    .filter(name -> found.group(name) != null)
                    .findFirst()
                    .orElse("");
            stretches.add(new Stretch("json-" + kind, tokens.end() - tokens.start()));
            end = tokens.end();
        }
        if (end < line.length() || stretches.isEmpty()) {
            stretches.add(new Stretch("", line.length() - end));
        }
        return stretches;
    }

    /**
     * Characters of one kind.
     *
     * @param style the class under which the stylesheet knows them; empty for what has no colour
     */
    record Stretch(String style, int length) {}
}
