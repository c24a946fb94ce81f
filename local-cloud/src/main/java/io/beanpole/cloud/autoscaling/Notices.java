package io.beanpole.cloud.autoscaling;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells topics of launches and terminations, and the targets of hooks of instances that wait, in AWS's JSON. It sends on
 * a thread of its own, so that no group waits for a queue; what can't be sent is logged and is lost, as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html">Amazon
 *     SNS notifications</a>
 */
final class Notices implements GroupNews, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICE = "AWS Auto Scaling";
    private static final String IN_GROUP = "AutoScalingGroup";
    private static final String OUTSIDE = "EC2";

    private final Location location;
    private final Clock clock;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "group-notices");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Messenger messenger = (target, subject, message) -> {};

    Notices(Location location, Clock clock) {
        this.location = location;
        this.clock = clock;
    }

    void use(Messenger next) {
        messenger = next;
    }

    @Override
    public void happened(GroupRecord group, GroupEvent event, String instance, ActivityRecord activity) {
        Map<String, Object> message = head(group);
        boolean isIn = event == GroupEvent.LAUNCH || event == GroupEvent.LAUNCH_ERROR;
        message.put("Event", event.wireName());
        message.put("AutoScalingGroupARN", group.arn());
        message.put("ActivityId", activity.id());
        message.put("Description", activity.description());
        message.put("Cause", activity.cause());
        message.put("Progress", 50);
        message.put("StartTime", activity.start().toString());
        message.put("EndTime", String.valueOf(activity.end()));
        message.put("StatusCode", activity.end() == null ? ActivityRecord.IN_PROGRESS : activity.status());
        message.put("StatusMessage", activity.message());
        message.put("Details", Map.of("Availability Zone", location.zone()));
        message.put("EC2InstanceId", instance);
        message.put("Origin", isIn ? OUTSIDE : IN_GROUP);
        message.put("Destination", isIn ? IN_GROUP : OUTSIDE);
        tellTopics(group, event, message);
    }

    @Override
    public void waits(GroupRecord group, LifecycleWait wait) {
        if (wait.hook().target().isEmpty()) {
            return;
        }
        boolean isIn = wait.hook().transition().equals(HookRecord.LAUNCHING);
        Map<String, Object> message = head(group);
        message.put("EC2InstanceId", wait.instance());
        message.put("LifecycleActionToken", wait.token());
        message.put("LifecycleHookName", wait.hook().name());
        message.put("LifecycleTransition", wait.hook().transition());
        if (!wait.hook().metadata().isEmpty()) {
            message.put("NotificationMetadata", wait.hook().metadata());
        }
        message.put("Origin", isIn ? OUTSIDE : IN_GROUP);
        message.put("Destination", isIn ? IN_GROUP : OUTSIDE);
        send(
                wait.hook().target(),
                "Auto Scaling:  Lifecycle action '" + (isIn ? "LAUNCHING" : "TERMINATING") + "' for instance "
                        + wait.instance() + " in progress.",
                message);
    }

    /** What AWS sends to a hook's target when the hook is put. */
    void testHook(GroupRecord group, HookRecord hook) {
        if (!hook.target().isEmpty()) {
            Map<String, Object> message = head(group);
            message.put("Event", GroupEvent.TEST_NOTIFICATION.wireName());
            message.put("AutoScalingGroupARN", group.arn());
            send(hook.target(), subject(GroupEvent.TEST_NOTIFICATION, group), message);
        }
    }

    /** What AWS sends to a topic when notifications are put. */
    void testTopic(GroupRecord group, String topic) {
        Map<String, Object> message = head(group);
        message.put("Event", GroupEvent.TEST_NOTIFICATION.wireName());
        message.put("AutoScalingGroupARN", group.arn());
        send(topic, subject(GroupEvent.TEST_NOTIFICATION, group), message);
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }

    private void tellTopics(GroupRecord group, GroupEvent event, Map<String, Object> message) {
        List<String> topics = group.notifications().entrySet().stream()
                .filter(each -> each.getValue().contains(event.wireName()))
                .map(Map.Entry::getKey)
                .toList();
        topics.forEach(topic -> send(topic, subject(event, group), message));
    }

    private static String subject(GroupEvent event, GroupRecord group) {
        return "Auto Scaling: " + event.words() + " for group \"" + group.name() + "\"";
    }

    private Map<String, Object> head(GroupRecord group) {
        Instant now = clock.instant();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("AccountId", location.account());
        message.put("Service", SERVICE);
        message.put("Time", now.toString());
        message.put("RequestId", UUID.randomUUID().toString());
        message.put("AutoScalingGroupName", group.name());
        return message;
    }

    private void send(String target, String subject, Map<String, Object> message) {
        try {
            sender.execute(() -> sendNow(target, subject, JSON.writeValueAsString(message)));
        } catch (RejectedExecutionException e) {
            LOG.debug("The cloud stops; {} hears nothing more", target, e);
        }
    }

    private void sendNow(String target, String subject, String message) {
        try {
            messenger.send(target, subject, message);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be told: {}", target, subject, e);
        }
    }
}
