package io.beanpole.cloud.cloudwatch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** What makes a metric one of its own: namespace, name and all its dimensions. */
public record MetricKey(String namespace, String name, SortedMap<String, String> dimensions)
        implements Comparable<MetricKey> {
    private static final int MOST_DIMENSIONS = 30;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_VALUE = 1_024;
    private static final Comparator<MetricKey> ORDER = Comparator.comparing(MetricKey::namespace)
            .thenComparing(MetricKey::name)
            .thenComparing(key -> key.dimensions().toString());

    public static MetricKey of(String namespace, String name, Map<String, String> dimensions) {
        return new MetricKey(namespace, name, new TreeMap<>(dimensions));
    }

    /** The metric that a request names; {@code at} is where its dimensions stand in the request. */
    static MetricKey of(String namespace, String name, List<Dimension> dimensions, String at) {
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw Refusals.invalidValue(
                    "The collection " + at + "Dimensions must not have a size greater than " + MOST_DIMENSIONS + ".");
        }
        requireShort(namespace, LONGEST_NAME, "Namespace");
        requireShort(name, LONGEST_NAME, at + "MetricName");
        SortedMap<String, String> all = new TreeMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            String here = at + "Dimensions.member." + (i + 1) + ".";
            String key = Refusals.required(dimensions.get(i).name(), here + "Name");
            String value = Refusals.required(dimensions.get(i).value(), here + "Value");
            requireShort(key, LONGEST_NAME, here + "Name");
            requireShort(value, LONGEST_VALUE, here + "Value");
            if (all.put(key, value) != null) {
                throw Refusals.invalidValue("The dimension " + key + " is there twice in " + at + "Dimensions.");
            }
        }
        return new MetricKey(namespace, name, all);
    }

    private static void requireShort(String text, int longest, String parameter) {
        if (text.length() > longest) {
            throw Refusals.invalidValue("The parameter " + parameter + " has " + text.length() + " characters, and "
                    + longest + " are the most.");
        }
    }

    List<Dimension> modelDimensions() {
        return dimensions.entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
    }

    @Override
    public int compareTo(MetricKey other) {
        return ORDER.compare(this, other);
    }
}
