package io.beanpole.cloud.autoscaling;

import java.util.Arrays;
import java.util.List;

/** What a topic can hear of a group, by AWS's names. */
enum GroupEvent {
    LAUNCH("autoscaling:EC2_INSTANCE_LAUNCH", "launch"),
    LAUNCH_ERROR("autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "failed launch"),
    TERMINATE("autoscaling:EC2_INSTANCE_TERMINATE", "termination"),
    TERMINATE_ERROR("autoscaling:EC2_INSTANCE_TERMINATE_ERROR", "failed termination"),
    TEST_NOTIFICATION("autoscaling:TEST_NOTIFICATION", "test notification");

    private final String wireName;
    private final String words;

    GroupEvent(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    String wireName() {
        return wireName;
    }

    /** For the subject of a notification. */
    String words() {
        return words;
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(GroupEvent::wireName).toList();
    }
}
