package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a filter of the platform lists compares (API reference: PlatformFilter and SearchFilter) [B]. */
final class FilterOperator {
    private FilterOperator() {}

    /** Whether one of the values of an attribute is what the filter wants. */
    static boolean holds(@Nullable String operator, List<String> values, List<String> wanted) {
        if (wanted.isEmpty()) {
            throw Refusals.missing("Filters.member.Values");
        }
        String first = wanted.get(0);
        return switch (Refusals.required(operator, "Filters.member.Operator")) {
            case "=", "in" -> values.stream().anyMatch(wanted::contains);
            case "!=", "not_in" -> values.stream().noneMatch(wanted::contains);
            case "contains" -> values.stream().anyMatch(each -> each.contains(first));
            case "begins_with" -> values.stream().anyMatch(each -> each.startsWith(first));
            case "ends_with" -> values.stream().anyMatch(each -> each.endsWith(first));
            case "<" -> values.stream().anyMatch(each -> compare(each, first) < 0);
            case "<=" -> values.stream().anyMatch(each -> compare(each, first) <= 0);
            case ">" -> values.stream().anyMatch(each -> compare(each, first) > 0);
            case ">=" -> values.stream().anyMatch(each -> compare(each, first) >= 0);
            default -> throw Refusals.invalid("The operator " + operator + " is not one of those that a filter takes.");
        };
    }

    /** Versions by their numbers, all else as texts. */
    private static int compare(String value, String other) {
        String number = "[0-9]{1,4}(\\.[0-9]{1,4}){2}";
        return value.matches(number) && other.matches(number)
                ? new PlatformVersion(value, Instant.EPOCH).compareTo(new PlatformVersion(other, Instant.EPOCH))
                : value.compareTo(other);
    }
}
