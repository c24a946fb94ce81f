package io.beanpole.cloud.sqsd.periodic;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of a schedule's five fields: the numbers that it lets through. */
final class CronField {
    private static final Pattern PART =
            Pattern.compile("(?:\\*|(\\d{1,2}|[A-Za-z]{3})(?:-(\\d{1,2}|[A-Za-z]{3}))?)(?:/(\\d{1,2}))?");

    private final String name;
    private final String text;
    private final int least;
    private final int most;
    private final List<String> names;
    private final BitSet numbers = new BitSet();

    private CronField(String name, String text, int least, int most, List<String> names) {
        this.name = name;
        this.text = text;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** @param names what the numbers from {@code least} on may be called */
    static CronField parse(String name, String text, int least, int most, List<String> names) {
        CronField field = new CronField(name, text, least, most, names);
        for (String part : text.split(",", -1)) {
            field.add(part);
        }
        return field;
    }

    boolean has(int number) {
        return numbers.get(number);
    }

    /** Whether it restricts nothing: then only the other of the two day fields counts. */
    boolean isAny() {
        return text.startsWith("*");
    }

    private void add(String part) {
        Matcher parsed = PART.matcher(part);
        if (!parsed.matches()) {
            throw wrong("'" + part + "' is neither *, a number, a range nor a step");
        }
        String first = parsed.group(1);
        String last = parsed.group(2);
        String step = parsed.group(3);
        int from = first == null ? least : number(first);
        int until = last != null ? number(last) : first != null && step == null ? from : most;
        int by = step == null ? 1 : Integer.parseInt(step);
        if (until < from || by == 0) {
            throw wrong("'" + part + "' goes backwards or nowhere");
        }
        for (int number = from; number <= until; number += by) {
            numbers.set(number);
        }
    }

    private int number(String word) {
        int named = names.indexOf(word.toUpperCase(Locale.ROOT));
        int number = word.matches("\\d+") ? Integer.parseInt(word) : named < 0 ? -1 : named + least;
        if (number < least || number > most) {
            throw wrong("'" + word + "' is not from " + least + " to " + most);
        }
        return number;
    }

    private PeriodicException wrong(String why) {
        return new PeriodicException("the field " + name + ", " + text + ", can't be read: " + why + ".");
    }
}
