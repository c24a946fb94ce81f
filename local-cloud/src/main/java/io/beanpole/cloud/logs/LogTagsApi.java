package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TooManyTagsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceResponse;

/** The tags of groups, by the operations that name a group and by the older ones. */
final class LogTagsApi {
    private static final int MOST = 50;

    private final LogGroups groups;

    LogTagsApi(LogGroups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(TagResourceRequest.class, request -> {
                    tag(request.resourceArn(), request.tags());
                    return TagResourceResponse.builder().build();
                })
                .on(UntagResourceRequest.class, request -> {
                    untag(request.resourceArn(), request.tagKeys());
                    return UntagResourceResponse.builder().build();
                })
                .on(
                        ListTagsForResourceRequest.class,
                        request -> ListTagsForResourceResponse.builder()
                                .tags(group(request.resourceArn()).tags())
                                .build())
                .on(TagLogGroupRequest.class, request -> {
                    tag(request.logGroupName(), request.tags());
                    return TagLogGroupResponse.builder().build();
                })
                .on(UntagLogGroupRequest.class, request -> {
                    untag(request.logGroupName(), request.tags());
                    return UntagLogGroupResponse.builder().build();
                })
                .on(
                        ListTagsLogGroupRequest.class,
                        request -> ListTagsLogGroupResponse.builder()
                                .tags(group(request.logGroupName()).tags())
                                .build());
    }

    private void tag(@Nullable String resource, Map<String, String> tags) {
        LogGroup group = group(resource);
        Set<String> keys = new TreeSet<>(group.tags().keySet());
        keys.addAll(tags.keySet());
        if (keys.size() > MOST) {
            throw LogRefusals.of(TooManyTagsException.class, "A log group has at most " + MOST + " tags.");
        }
        group.tag(tags);
        groups.save();
    }

    private void untag(@Nullable String resource, List<String> keys) {
        group(resource).untag(keys);
        groups.save();
    }

    private LogGroup group(@Nullable String resource) {
        return groups.group(null, resource == null ? "" : resource);
    }
}
