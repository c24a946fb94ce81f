package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who wants what is published to a topic.
 *
 * @param protocol {@code sqs}, {@code http} or {@code https}
 * @param endpoint the queue's ARN or the URL
 * @param token what confirms it
 * @param confirmed a URL gets nothing but the confirmation until it is
 */
record Subscription(
        String arn,
        String topicArn,
        String protocol,
        String endpoint,
        Map<String, String> attributes,
        String token,
        boolean confirmed) {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    Subscription {
        attributes = Map.copyOf(attributes);
    }

    boolean isRaw() {
        return Boolean.parseBoolean(attributes.getOrDefault("RawMessageDelivery", "false"));
    }

    boolean isQueue() {
        return protocol.equals("sqs");
    }

    Subscription withAttributes(Map<String, String> changed) {
        return new Subscription(arn, topicArn, protocol, endpoint, changed, token, confirmed);
    }

    Subscription asConfirmed() {
        return new Subscription(arn, topicArn, protocol, endpoint, attributes, token, true);
    }

    /** Whether its filter policy, if it has one, lets the message through. */
    boolean wants(Published message) {
        String policy = attributes.getOrDefault("FilterPolicy", "");
        boolean ofTheBody = attributes
                .getOrDefault("FilterPolicyScope", FilterPolicy.ATTRIBUTES)
                .equals(FilterPolicy.BODY);
        try {
            return policy.isBlank() || FilterPolicy.parse(policy).lets(ofTheBody ? message.body() : message.facts());
        } catch (AwsError unusable) {
            // One that was kept before policies were checked: the publisher and the other subscribers can't help it.
            LOG.warn("Nothing goes to {}: {}", endpoint, unusable.getMessage());
            return false;
        }
    }
}
