package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;

/** What Auto Scaling wrote down of a group's launches and ends; it keeps six weeks. */
record ActivityLog(AutoScalingClient autoScaling) {
    private static final int PAGE = 100;

    /** The activities back to a time, newest first; some of the last page may be older, and may end after it. */
    List<Activity> backTo(Instant from, String group) {
        return AwsCall.to("read the scaling activities of " + group, () -> {
            var activities = new ArrayList<Activity>();
            var pages = autoScaling.describeScalingActivitiesPaginator(
                    request -> request.autoScalingGroupName(group).maxRecords(PAGE));
            for (var page : pages) {
                activities.addAll(page.activities());
                if (page.activities().stream()
                        .anyMatch(activity -> activity.startTime().isBefore(from))) {
                    break;
                }
            }
            return activities;
        });
    }
}
