package io.beanpole.scaling.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which values occurred how often, for percentiles and trimmed statistics. More than 200 different values are taken
 * together two by two, as CloudWatch keeps percentiles approximately too; it doesn't tell how (evidence: [I]).
 */
public final class Distribution {
    private static final int MOST = 200;

    private final double[] values;
    private final double[] counts;
    private final double total;

    private Distribution(double[] values, double[] counts) {
        this.values = values;
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
    }

    /** A value that occurred {@code count} times. */
    static Distribution of(double value, double count) {
        return new Distribution(new double[] {value}, new double[] {count});
    }

    /** One value and how often it was there. */
    private record Entry(double value, double count) {
        Entry with(Entry other) {
            double both = count + other.count;
            return new Entry((value * count + other.value * other.count) / both, both);
        }
    }

    /** The values of all of these. */
    static Distribution merged(Collection<Distribution> all) {
        List<Entry> entries = new ArrayList<>();
        for (Distribution each : all) {
            for (int i = 0; i < each.values.length; i++) {
                entries.add(new Entry(each.values[i], each.counts[i]));
            }
        }
        entries.sort(Comparator.comparingDouble(Entry::value));
        List<Entry> distinct = new ArrayList<>();
        for (Entry entry : entries) {
            int last = distinct.size() - 1;
            if (last >= 0 && distinct.get(last).value() == entry.value()) {
                distinct.set(last, distinct.get(last).with(entry));
            } else {
                distinct.add(entry);
            }
        }
        while (distinct.size() > MOST) {
            distinct = pairs(distinct);
        }
        return new Distribution(
                distinct.stream().mapToDouble(Entry::value).toArray(),
                distinct.stream().mapToDouble(Entry::count).toArray());
    }

    private static List<Entry> pairs(List<Entry> entries) {
        List<Entry> pairs = new ArrayList<>();
        for (int i = 0; i < entries.size(); i += 2) {
            pairs.add(i + 1 < entries.size() ? entries.get(i).with(entries.get(i + 1)) : entries.get(i));
        }
        return pairs;
    }

    /** The least value that at least this share of all values, from 0 to 1, doesn't exceed. */
    double percentile(double share) {
        double wanted = share * total;
        double seen = 0;
        for (int i = 0; i < values.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return values[i];
            }
        }
        return values[values.length - 1];
    }

    /** The part of the values between two shares of all of them; a value on the edge counts with what is inside. */
    Trimmed betweenShares(double from, double to) {
        double[] inside = new double[values.length];
        double seen = 0;
        for (int i = 0; i < values.length; i++) {
            double begins = Math.max(seen, from * total);
            seen += counts[i];
            inside[i] = Math.max(0, Math.min(seen, to * total) - begins);
        }
        return trimmed(inside, percentile(from), percentile(to));
    }

    /** The values above {@code from} and not above {@code to}. */
    Trimmed betweenValues(double from, double to) {
        double[] inside = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            inside[i] = values[i] > from && values[i] <= to ? counts[i] : 0;
        }
        return trimmed(inside, Math.max(from, values[0]), Math.min(to, values[values.length - 1]));
    }

    private Trimmed trimmed(double[] inside, double low, double high) {
        double count = 0;
        double sum = 0;
        double winsorized = 0;
        for (int i = 0; i < values.length; i++) {
            count += inside[i];
            sum += inside[i] * values[i];
            winsorized += counts[i] * Math.max(low, Math.min(high, values[i]));
        }
        return new Trimmed(count, sum, winsorized / total, count / total);
    }

    /**
     * What is left of a distribution between two bounds.
     *
     * @param winsorizedMean the mean of all values where those outside are replaced by the bounds
     * @param share how many of all values lie inside, from 0 to 1
     */
    record Trimmed(double count, double sum, double winsorizedMean, double share) {}

    /** How many different values it holds. */
    int size() {
        return values.length;
    }
}
