package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The command line in a file that describes containers: a list of words, or one text with quotes as in a shell. */
final class Words {
    private Words() {}

    /** Empty when there is none. */
    static List<String> of(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(each -> each.asString("")).toList();
        }
        return node.isString() ? split(node.asString()) : List.of();
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean isWord = false;
        for (char each : text.toCharArray()) {
            boolean isEnd = Character.isWhitespace(each) && quote == 0;
            if (isEnd && isWord) {
                words.add(word.toString());
                word.setLength(0);
            }
            if ((each == '"' || each == '\'') && (quote == 0 || quote == each)) {
                quote = quote == 0 ? each : 0;
                isWord = true;
            } else if (!isEnd) {
                word.append(each);
            }
            isWord = !isEnd && (isWord || word.length() > 0);
        }
        if (isWord) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }
}
