package io.beanpole.scaling.schedule;

import io.beanpole.scaling.ScalingException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The numbers that one field of a cron expression names. */
final class CronField {
    private final BitSet numbers = new BitSet();
    private final String text;
    private final String name;
    private final int least;
    private final int most;
    private final List<String> names;

    private CronField(String text, String name, int least, int most, List<String> names) {
        this.text = text;
        this.name = name;
        this.least = least;
        this.most = most;
        this.names = names;
        for (String part : text.split(",", -1)) {
            add(part);
        }
    }

    /**
     * Reads one.
     *
     * @param name for sentences
     * @param names what can stand for the numbers from {@code least} on, in capitals
     */
    static CronField of(String text, String name, int least, int most, List<String> names) {
        return new CronField(text, name, least, most, names);
    }

    boolean has(int number) {
        return numbers.get(number);
    }

    /** Whether it doesn't begin with a star. */
    boolean isRestricted() {
        return !text.startsWith("*");
    }

    private void add(String part) {
        String[] halves = part.split("/", -1);
        if (halves.length > 2 || halves[0].isEmpty()) {
            throw fault();
        }
        int step = halves.length == 2 ? number(halves[1], List.of()) : 1;
        int first = least;
        int last = most;
        if (!halves[0].equals("*")) {
            String[] ends = halves[0].split("-", -1);
            first = number(ends[0], names);
            last = ends.length == 2 ? number(ends[1], names) : halves.length == 2 ? most : first;
            if (ends.length > 2) {
                throw fault();
            }
        }
        if (step < 1 || first < least || last > most || first > last) {
            throw fault();
        }
        for (int each = first; each <= last; each += step) {
            numbers.set(each);
        }
    }

    private int number(String digits, List<String> words) {
        int word = words.indexOf(digits.toUpperCase(Locale.ROOT));
        if (word >= 0) {
            return word + least;
        }
        if (!digits.matches("[0-9]{1,4}")) {
            throw fault();
        }
        return Integer.parseInt(digits);
    }

    private ScalingException fault() {
        return new ScalingException("Given recurrence string is invalid: '" + text + "' is no " + name
                + "; it must be *, or numbers from " + least + " to " + most + " with commas, - and /.");
    }
}
