package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.GroupSettings;
import io.beanpole.scaling.group.ScalingProcess;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a group; its instances are not, because they end with the local cloud.
 *
 * @param suspended processes that are suspended, with the reason
 * @param metrics names of the group metrics that are collected
 * @param hooks what instances wait for on their way in and out
 * @param notifications the topics that hear of launches and terminations, with the types of each
 */
record GroupRecord(
        String name,
        String arn,
        GroupSize size,
        GroupOptions options,
        Map<String, String> suspended,
        List<String> metrics,
        Map<String, String> tags,
        List<HookRecord> hooks,
        Map<String, List<String>> notifications,
        Instant created) {

    /** What was kept by an older version has neither hooks nor notifications. */
    GroupRecord {
        hooks = orEmpty(hooks);
        notifications = orEmpty(notifications);
    }

    /** A new one: at its minimum, with all metrics collected. */
    static GroupRecord fresh(
            String name, Location location, GroupBounds bounds, Map<String, String> tags, Instant created) {
        return new GroupRecord(
                name,
                location.arn("autoScalingGroup:" + UUID.randomUUID() + ":autoScalingGroupName/" + name),
                new GroupSize(bounds.min(), bounds.max(), bounds.min()),
                GroupOptions.of(bounds),
                Map.of(),
                GroupMetrics.NAMES,
                tags,
                List.of(),
                Map.of(),
                created);
    }

    /** What the group's arithmetic needs of it; a suspended process that AWS has no more is left out. */
    GroupSettings settings() {
        return new GroupSettings(
                size,
                options.terminationPolicies(),
                options.purchase().mix(),
                options.purchase().rebalances(),
                suspended.keySet().stream()
                        .flatMap(each -> ScalingProcess.named(each).stream())
                        .collect(Collectors.toSet()));
    }

    GroupRecord withSize(GroupSize next) {
        return new GroupRecord(name, arn, next, options, suspended, metrics, tags, hooks, notifications, created);
    }

    GroupRecord withOptions(GroupOptions next) {
        return new GroupRecord(name, arn, size, next, suspended, metrics, tags, hooks, notifications, created);
    }

    GroupRecord withSuspended(Map<String, String> next) {
        return new GroupRecord(name, arn, size, options, next, metrics, tags, hooks, notifications, created);
    }

    GroupRecord withMetrics(List<String> next) {
        return new GroupRecord(name, arn, size, options, suspended, next, tags, hooks, notifications, created);
    }

    GroupRecord withTags(Map<String, String> next) {
        return new GroupRecord(name, arn, size, options, suspended, metrics, next, hooks, notifications, created);
    }

    GroupRecord withHooks(List<HookRecord> next) {
        return new GroupRecord(name, arn, size, options, suspended, metrics, tags, next, notifications, created);
    }

    GroupRecord withNotifications(Map<String, List<String>> next) {
        return new GroupRecord(name, arn, size, options, suspended, metrics, tags, hooks, next, created);
    }

    private static List<HookRecord> orEmpty(@Nullable List<HookRecord> kept) {
        return kept == null ? List.of() : List.copyOf(kept);
    }

    private static Map<String, List<String>> orEmpty(@Nullable Map<String, List<String>> kept) {
        return kept == null ? Map.of() : Map.copyOf(kept);
    }
}
