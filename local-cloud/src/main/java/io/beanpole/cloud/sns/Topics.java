package io.beanpole.cloud.sns;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.AwsError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** All topics and subscriptions; every change is kept. */
final class Topics {
    private final StateFile<Kept> file;
    private final Map<String, Topic> topics;
    private final Map<String, Subscription> subscriptions;

    Topics(StateFile<Kept> file) {
        this.file = file;
        Kept kept = file.read(() -> new Kept(List.of(), List.of()));
        this.topics = new TreeMap<>();
        this.subscriptions = new TreeMap<>();
        kept.topics().forEach(topic -> topics.put(topic.arn(), topic));
        kept.subscriptions().forEach(one -> subscriptions.put(one.arn(), one));
    }

    /** Adds a topic, or gives the one that is there. */
    synchronized Topic create(Topic topic) {
        Topic there = topics.putIfAbsent(topic.arn(), topic);
        keep();
        return there == null ? topic : there;
    }

    /** Refuses what a request must have and doesn't. */
    static String given(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: " + name + " is missing");
        }
        return value;
    }

    synchronized Topic topic(@Nullable String arn) {
        Topic topic = topics.get(given(arn, "TopicArn"));
        if (topic == null) {
            throw AwsError.of(NotFoundException.class, "Topic does not exist");
        }
        return topic;
    }

    synchronized void change(@Nullable String arn, UnaryOperator<Topic> change) {
        Topic topic = topic(arn);
        topics.put(topic.arn(), change.apply(topic));
        keep();
    }

    synchronized void delete(@Nullable String arn) {
        topics.remove(given(arn, "TopicArn"));
        subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(arn));
        keep();
    }

    synchronized List<Topic> all() {
        return List.copyOf(topics.values());
    }

    /** Adds a subscription, or gives the one of the same topic, protocol and endpoint. */
    synchronized Subscription subscribe(Subscription subscription) {
        topic(subscription.topicArn());
        Subscription there = subscriptions(subscription.topicArn()).stream()
                .filter(one -> one.protocol().equals(subscription.protocol())
                        && one.endpoint().equals(subscription.endpoint()))
                .findFirst()
                .orElse(null);
        if (there != null) {
            return there;
        }
        subscriptions.put(subscription.arn(), subscription);
        keep();
        return subscription;
    }

    synchronized Subscription subscription(@Nullable String arn) {
        Subscription subscription = subscriptions.get(given(arn, "SubscriptionArn"));
        if (subscription == null) {
            throw AwsError.of(NotFoundException.class, "Subscription does not exist");
        }
        return subscription;
    }

    synchronized void changeSubscription(@Nullable String arn, UnaryOperator<Subscription> change) {
        Subscription subscription = subscription(arn);
        subscriptions.put(subscription.arn(), change.apply(subscription));
        keep();
    }

    synchronized void unsubscribe(@Nullable String arn) {
        subscriptions.remove(given(arn, "SubscriptionArn"));
        keep();
    }

    synchronized List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    synchronized List<Subscription> subscriptions(@Nullable String topicArn) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn))
                .sorted(Comparator.comparing(Subscription::arn))
                .toList();
    }

    private void keep() {
        file.write(new Kept(List.copyOf(topics.values()), List.copyOf(subscriptions.values())));
    }

    /** What stands in the file. */
    record Kept(List<Topic> topics, List<Subscription> subscriptions) {}
}
