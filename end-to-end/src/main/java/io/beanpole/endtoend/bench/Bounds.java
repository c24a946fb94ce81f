package io.beanpole.endtoend.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** What we hold ourselves to: remembers what missed its bound, so that the benchmark ends in failure. */
final class Bounds {
    private final List<String> missed = new CopyOnWriteArrayList<>();

    /** The bound as it is printed beside the figure; {@code measured} may be as large. */
    String most(String what, double measured, double bound, String unit) {
        if (!(measured <= bound)) {
            missed.add(String.format(Locale.ROOT, "%s: %.2f %s, at most %s", what, measured, unit, number(bound)));
        }
        return "(bound: " + (number(bound) + " " + unit).strip() + ")";
    }

    /** The bound as it is printed beside the figure; {@code measured} may be as small. */
    String least(String what, double measured, double bound) {
        if (!(measured >= bound)) {
            missed.add(String.format(Locale.ROOT, "%s: %.2f, at least %s", what, measured, number(bound)));
        }
        return "(bound: " + number(bound) + " or more)";
    }

    /** What another process missed. */
    void miss(String line) {
        missed.add(line);
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
