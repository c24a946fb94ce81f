package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
