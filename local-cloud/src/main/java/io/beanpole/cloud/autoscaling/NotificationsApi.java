package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.autoscaling.model.DeleteNotificationConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteNotificationConfigurationResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingNotificationTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingNotificationTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeNotificationConfigurationsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeNotificationConfigurationsResponse;
import software.amazon.awssdk.services.autoscaling.model.NotificationConfiguration;
import software.amazon.awssdk.services.autoscaling.model.PutNotificationConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.PutNotificationConfigurationResponse;

/** The operations that say which topics hear of a group's launches and terminations. */
final class NotificationsApi {
    private static final int MOST_TOPICS = 10;

    private final Groups groups;
    private final Notices notices;

    NotificationsApi(Groups groups, Notices notices) {
        this.groups = groups;
        this.notices = notices;
    }

    void register(AwsService service) {
        service.on(PutNotificationConfigurationRequest.class, this::put)
                .on(DescribeNotificationConfigurationsRequest.class, this::describe)
                .on(DeleteNotificationConfigurationRequest.class, this::delete)
                .on(
                        DescribeAutoScalingNotificationTypesRequest.class,
                        request -> DescribeAutoScalingNotificationTypesResponse.builder()
                                .autoScalingNotificationTypes(GroupEvent.wireNames())
                                .build());
    }

    /** In place of the types that the topic had; it hears a test at once. */
    private PutNotificationConfigurationResponse put(PutNotificationConfigurationRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        String topic = Refusals.required(request.topicARN(), "topicARN");
        if (!topic.matches("arn:aws[a-z-]*:sns:[^:]+:[0-9]+:.+")) {
            throw Refusals.invalid("TopicARN must be the ARN of a topic of SNS, not " + topic + ".");
        }
        List<String> types = request.notificationTypes();
        types.stream()
                .filter(each -> !GroupEvent.wireNames().contains(each))
                .findFirst()
                .ifPresent(each -> {
                    throw Refusals.invalid("\"" + each + "\" is not a valid Notification Type.");
                });
        if (types.isEmpty()) {
            throw Refusals.invalid("NotificationTypes must name at least one type.");
        }
        GroupRecord changed = groups.changed(name, group -> {
            Map<String, List<String>> topics = new TreeMap<>(group.record().notifications());
            topics.put(topic, List.copyOf(types));
            if (topics.size() > MOST_TOPICS) {
                throw Refusals.invalid("A group notifies at most " + MOST_TOPICS + " topics.");
            }
            group.become(group.record().withNotifications(topics));
            return group.record();
        });
        notices.testTopic(changed, topic);
        return PutNotificationConfigurationResponse.builder().build();
    }

    private DescribeNotificationConfigurationsResponse describe(DescribeNotificationConfigurationsRequest request) {
        List<String> names = request.autoScalingGroupNames();
        List<NotificationConfiguration> found = groups.read(all -> all.all().stream()
                .map(Group::record)
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .flatMap(each -> views(each).stream())
                .toList());
        Page<NotificationConfiguration> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeNotificationConfigurationsResponse.builder()
                .notificationConfigurations(page.items())
                .nextToken(page.token())
                .build();
    }

    private static List<NotificationConfiguration> views(GroupRecord group) {
        return group.notifications().entrySet().stream()
                .flatMap(topic -> topic.getValue().stream()
                        .map(type -> NotificationConfiguration.builder()
                                .autoScalingGroupName(group.name())
                                .topicARN(topic.getKey())
                                .notificationType(type)
                                .build()))
                .toList();
    }

    private DeleteNotificationConfigurationResponse delete(DeleteNotificationConfigurationRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        String topic = Refusals.required(request.topicARN(), "topicARN");
        groups.change(name, group -> {
            Map<String, List<String>> topics = new TreeMap<>(group.record().notifications());
            topics.remove(topic);
            group.become(group.record().withNotifications(topics));
        });
        return DeleteNotificationConfigurationResponse.builder().build();
    }
}
