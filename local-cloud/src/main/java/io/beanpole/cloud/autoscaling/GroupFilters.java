package io.beanpole.cloud.autoscaling;

import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.Filter;

/** The filters of DescribeAutoScalingGroups, which are by tags: all must match, each by any of its values. */
final class GroupFilters {
    private static final String TAG = "tag:";

    private final List<Filter> filters;

    GroupFilters(List<Filter> filters) {
        this.filters = filters;
        for (Filter each : filters) {
            String name = Refusals.required(each.name(), "filters.name");
            if (!name.equals("tag-key") && !name.equals("tag-value") && !name.startsWith(TAG)) {
                throw Refusals.invalid("Filter type " + name
                        + " is not correct. Allowed Filter types are: tag-key, tag-value, tag:<key>.");
            }
        }
    }

    boolean match(GroupRecord group) {
        return filters.stream().allMatch(each -> matches(each, group));
    }

    private static boolean matches(Filter filter, GroupRecord group) {
        return switch (filter.name()) {
            case "tag-key" -> filter.values().stream().anyMatch(group.tags()::containsKey);
            case "tag-value" -> filter.values().stream().anyMatch(group.tags()::containsValue);
            default -> {
                String value = group.tags().get(filter.name().substring(TAG.length()));
                yield value != null && filter.values().contains(value);
            }
        };
    }
}
