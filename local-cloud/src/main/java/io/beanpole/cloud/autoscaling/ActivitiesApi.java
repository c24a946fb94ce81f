package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;

/** The operation that tells what groups did, and why. */
final class ActivitiesApi {
    private final Groups groups;
    private final GroupViews views;

    ActivitiesApi(Groups groups, GroupViews views) {
        this.groups = groups;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(DescribeScalingActivitiesRequest.class, this::describe);
    }

    /** Newest first. */
    private DescribeScalingActivitiesResponse describe(DescribeScalingActivitiesRequest request) {
        String group = request.autoScalingGroupName();
        if (group != null && groups.read(all -> all.find(group)).isEmpty()) {
            throw Refusals.noGroup(group);
        }
        List<ActivityRecord> found = groups.read(all -> all.activities().all().stream()
                .filter(each -> group == null || each.group().equals(group))
                .filter(each ->
                        request.activityIds().isEmpty() || request.activityIds().contains(each.id()))
                .toList());
        Page<ActivityRecord> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeScalingActivitiesResponse.builder()
                .activities(page.items().stream().map(views::activity).toList())
                .nextToken(page.token())
                .build();
    }
}
