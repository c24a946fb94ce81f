package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a group; its instances are not, because they end with the local cloud.
 *
 * @param suspended processes that are suspended, with the reason
 * @param metrics names of the group metrics that are collected
 */
record GroupRecord(
        String name,
        String arn,
        GroupSize size,
        GroupOptions options,
        Map<String, String> suspended,
        List<String> metrics,
        Map<String, String> tags,
        Instant created) {

    GroupRecord withSize(GroupSize next) {
        return new GroupRecord(name, arn, next, options, suspended, metrics, tags, created);
    }

    GroupRecord withOptions(GroupOptions next) {
        return new GroupRecord(name, arn, size, next, suspended, metrics, tags, created);
    }

    GroupRecord withSuspended(Map<String, String> next) {
        return new GroupRecord(name, arn, size, options, next, metrics, tags, created);
    }

    GroupRecord withMetrics(List<String> next) {
        return new GroupRecord(name, arn, size, options, suspended, next, tags, created);
    }
}
