package io.beanpole.cloud.ec2;

import io.beanpole.cloud.autoscaling.LaunchedInstance;
import io.beanpole.cloud.wire.AwsError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Which instances a request is about: all filters have to hold, of a filter's values one. {@code *} stands for any
 * letters, {@code ?} for one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html">filters</a>
 */
final class InstanceFilters {
    private static final String TAG = "tag:";
    private static final int MOST_VALUES = 200;

    private static final Map<String, Function<LaunchedInstance, Stream<String>>> KNOWN = Map.of(
            "instance-id", each -> Stream.of(each.id()),
            "instance-type", each -> Stream.of(each.type()),
            "instance-lifecycle", each -> each.isSpot() ? Stream.of(InstanceViews.SPOT) : Stream.empty(),
            "instance-state-name", each -> Stream.of(each.state()),
            "availability-zone", each -> Stream.of(each.zone()),
            "tag-key", each -> each.tags().keySet().stream());

    private final List<Filter> filters;

    private InstanceFilters(List<Filter> filters) {
        this.filters = filters;
    }

    static InstanceFilters of(List<Filter> filters) {
        for (Filter each : filters) {
            String name = String.valueOf(each.name());
            if (!KNOWN.containsKey(name) && !name.startsWith(TAG)) {
                throw new AwsError("InvalidParameterValue", 400, "The filter '" + name + "' is invalid");
            }
            if (each.values().isEmpty()) {
                throw new AwsError(
                        "InvalidParameterValue", 400, "The filter '" + name + "' has no values. Give at least one.");
            }
            if (each.values().size() > MOST_VALUES) {
                throw new AwsError(
                        "FilterLimitExceeded",
                        400,
                        "The maximum number of filter values specified on a single call is " + MOST_VALUES);
            }
        }
        return new InstanceFilters(filters);
    }

    boolean take(LaunchedInstance instance) {
        return filters.stream().allMatch(each -> holds(each, instance));
    }

    private static boolean holds(Filter filter, LaunchedInstance instance) {
        List<String> found = values(filter.name(), instance).toList();
        return filter.values().stream()
                .map(InstanceFilters::pattern)
                .anyMatch(wanted ->
                        found.stream().anyMatch(each -> wanted.matcher(each).matches()));
    }

    private static Stream<String> values(String name, LaunchedInstance instance) {
        return name.startsWith(TAG)
                ? Stream.ofNullable(instance.tags().get(name.substring(TAG.length())))
                : KNOWN.getOrDefault(name, each -> Stream.empty()).apply(instance);
    }

    private static Pattern pattern(String value) {
        return Pattern.compile(
                value.chars()
                        .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
