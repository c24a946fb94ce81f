package io.beanpole.cloud.sns;

import java.util.Map;

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
                .getOrDefault("FilterPolicyScope", "MessageAttributes")
                .equals("MessageBody");
        return policy.isBlank() || FilterPolicy.parse(policy).lets(ofTheBody ? message.body() : message.facts());
    }
}
