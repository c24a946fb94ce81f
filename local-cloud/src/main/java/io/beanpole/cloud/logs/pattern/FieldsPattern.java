package io.beanpole.cloud.logs.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions on the words of a message by their place: {@code [ip, user, ..., status = 5*, size > 1000]}. What stands in
 * quotes or square brackets is one word; three dots stand for any number of words.
 *
 * @param front conditions on the first words
 * @param back conditions on the last words, after three dots; empty without them
 */
record FieldsPattern(List<Field> front, List<Field> back, boolean isOpen) implements FilterPattern {
    private static final Pattern WORD = Pattern.compile("\\[([^\\]]*)\\]|\"([^\"]*)\"|(\\S+)");
    private static final String ENDS = ",]=!<>&|()";

    /** A name, under which a condition finds the word, and the condition. */
    record Field(String name, Predicate<Map<String, String>> condition) {}

    static FieldsPattern parse(String text) {
        Scanner scanner = new Scanner(text);
        scanner.require("[");
        List<Field> front = new ArrayList<>();
        List<Field> back = new ArrayList<>();
        boolean isOpen = false;
        do {
            if (!isOpen && scanner.take("...")) {
                isOpen = true;
            } else {
                (isOpen ? back : front).add(field(scanner));
            }
        } while (scanner.take(","));
        scanner.require("]");
        return new FieldsPattern(front, back, isOpen);
    }

    @Override
    public boolean matches(String message) {
        List<String> words = words(message);
        int named = front.size() + back.size();
        if (isOpen ? words.size() < named : words.size() != named) {
            return false;
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<Field> fields = new ArrayList<>(front);
        fields.addAll(back);
        for (int i = 0; i < fields.size(); i++) {
            int place = i < front.size() ? i : words.size() - named + i;
            values.put(fields.get(i).name(), words.get(place));
        }
        return fields.stream().allMatch(field -> field.condition().test(values));
    }

    private static Field field(Scanner scanner) {
        String name = scanner.until(ENDS);
        if (name.isEmpty()) {
            throw scanner.fault("the name of a field is missing");
        }
        if (scanner.isNext(',') || scanner.isNext(']')) {
            return new Field(name, values -> true);
        }
        Predicate<Map<String, String>> first = comparison(name, scanner);
        Predicate<Map<String, String>> all = first;
        while (true) {
            if (scanner.take("&&")) {
                all = all.and(named(scanner));
            } else if (scanner.take("||")) {
                all = all.or(named(scanner));
            } else {
                return new Field(name, all);
            }
        }
    }

    private static Predicate<Map<String, String>> named(Scanner scanner) {
        return comparison(scanner.until(ENDS), scanner);
    }

    private static Predicate<Map<String, String>> comparison(String name, Scanner scanner) {
        Predicate<String> wanted = Comparison.parse(scanner, ",]&|");
        return values -> values.containsKey(name) && wanted.test(values.get(name));
    }

    private static List<String> words(String message) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(message);
        while (matcher.find()) {
            String inBrackets = matcher.group(1);
            String inQuotes = matcher.group(2);
            words.add(inBrackets != null ? inBrackets : inQuotes != null ? inQuotes : matcher.group(3));
        }
        return words;
    }
}
