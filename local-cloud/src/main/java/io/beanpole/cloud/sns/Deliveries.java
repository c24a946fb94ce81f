package io.beanpole.cloud.sns;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Carries messages to subscribers, out of the publisher's way. A delivery that fails is tried three times more, a
 * second, two and four apart; then it is dropped and logged, as SNS does without a dead-letter queue.
 */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_RETRIES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final ScheduledThreadPoolExecutor carriers = new ScheduledThreadPoolExecutor(2, work -> {
        Thread thread = new Thread(work, "sns-delivery");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final SqsClient sqs;
    private final URI endpoint;

    Deliveries(SqsClient sqs, URI endpoint) {
        this.sqs = sqs;
        this.endpoint = endpoint;
    }

    /** Sends a message to a subscriber soon. */
    void deliver(Published message, Subscription subscription) {
        carry(subscription, () -> {
            String body = subscription.isRaw() ? message.message() : message.envelope(unsubscribeUrl(subscription));
            if (subscription.isQueue()) {
                toQueue(subscription, body, subscription.isRaw() ? message.attributes() : Map.of());
            } else {
                toUrl(subscription, "Notification", message.id(), body);
            }
        });
    }

    /** Asks a URL to confirm, by sending it the address that does. */
    void askToConfirm(Subscription subscription, String messageId, String body) {
        carry(subscription, () -> toUrl(subscription, "SubscriptionConfirmation", messageId, body));
    }

    private void carry(Subscription subscription, Delivery delivery) {
        if (carriers.getQueue().size() >= MOST_WAITING) {
            LOG.warn("Dropped a message for {}: {} wait already", subscription.endpoint(), MOST_WAITING);
            return;
        }
        carriers.execute(() -> attempt(subscription, delivery, 0));
    }

    private void attempt(Subscription subscription, Delivery delivery, int retry) {
        try {
            delivery.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // whatever it was, the subscriber did not get it
            if (retry == MOST_RETRIES) {
                LOG.warn("Dropped a message for {}: {}", subscription.endpoint(), e.toString());
            } else {
                carriers.schedule(() -> attempt(subscription, delivery, retry + 1), 1L << retry, TimeUnit.SECONDS);
            }
        }
    }

    private void toQueue(
            Subscription subscription,
            String body,
            Map<String, software.amazon.awssdk.services.sns.model.MessageAttributeValue> attributes) {
        String name = subscription.endpoint().substring(subscription.endpoint().lastIndexOf(':') + 1);
        String url = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
        sqs.sendMessage(send -> send.queueUrl(url)
                .messageBody(body)
                .messageAttributes(attributes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                attribute -> MessageAttributeValue.builder()
                                        .dataType(attribute.getValue().dataType())
                                        .stringValue(attribute.getValue().stringValue())
                                        .binaryValue(attribute.getValue().binaryValue())
                                        .build()))));
    }

    private void toUrl(Subscription subscription, String type, String messageId, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(subscription.endpoint()))
                .timeout(LONGEST)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("x-amz-sns-message-type", type)
                .header("x-amz-sns-message-id", messageId)
                .header("x-amz-sns-topic-arn", subscription.topicArn())
                .header("User-Agent", "Amazon Simple Notification Service Agent")
                .POST(BodyPublishers.ofString(body));
        if (type.equals("Notification")) {
            request.header("x-amz-sns-subscription-arn", subscription.arn());
        }
        if (subscription.isRaw()) {
            request.header("x-amz-sns-rawdelivery", "true");
        }
        HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new java.io.IOException("it answered " + answer.statusCode());
        }
    }

    private String unsubscribeUrl(Subscription subscription) {
        return endpoint + "/?Action=Unsubscribe&Version=2010-03-31&SubscriptionArn=" + subscription.arn();
    }

    @Override
    public void close() {
        carriers.shutdownNow();
        try {
            if (!carriers.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A delivery was still under way when SNS stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try to hand a message over. */
    private interface Delivery {
        void run() throws Exception;
    }
}
