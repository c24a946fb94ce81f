package io.beanpole.cloud.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.sqsd.RealQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the timeline believes of redrive is what a real queue does. */
class ReceiveLimitsTest {
    private RealQueue queues;
    private SqsClient sqs;

    @BeforeEach
    void start() throws IOException {
        queues = new RealQueue();
        sqs = queues.sqs;
    }

    @AfterEach
    void stop() {
        queues.close();
    }

    @Test
    void aQueueHandsAMessageOutAsOftenAsItsPolicyAllowsAndWithoutAPolicyItHasNoLimit() {
        String dead = sqs.createQueue(create -> create.queueName("dead")).queueUrl();
        String lane = sqs.createQueue(create -> create.queueName("lane")
                        .attributes(Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\","
                                        + "\"maxReceiveCount\":2}")))
                .queueUrl();
        ReceiveLimits limits = new ReceiveLimits(sqs, Clock.systemUTC());
        sqs.sendMessage(send -> send.queueUrl(lane).messageBody("poison"));

        assertThat(received(lane)).isEqualTo(1);
        assertThat(received(lane)).isEqualTo(1);

        await().atMost(Duration.ofSeconds(10)).until(() -> received(lane) == 0 && received(dead) == 1);
        assertThat(limits.apply(lane)).hasValue(2);
        assertThat(limits.apply(dead)).isEmpty();
        assertThat(limits.apply(lane + "-gone")).isEmpty();
    }

    private int received(String url) {
        return sqs.receiveMessage(
                        receive -> receive.queueUrl(url).visibilityTimeout(0).waitTimeSeconds(1))
                .messages()
                .size();
    }
}
