package io.beanpole.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class QueuesTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:4566");

    @TempDir
    private Path directory;

    private static SqsClient client(Queues queues) {
        return SqsClient.builder()
                .endpointOverride(queues.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .build();
    }

    @Test
    void aQueueIsNamedByTheEndpointAndKeepsItsMessagesOverARestart() {
        String url;
        try (Queues queues = Queues.start(directory, ENDPOINT, "us-east-1", "000000000000");
                SqsClient sqs = client(queues)) {
            url = sqs.createQueue(create -> create.queueName("jobs")).queueUrl();
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("kept"));
        }
        assertThat(url).isEqualTo("http://127.0.0.1:4566/000000000000/jobs");

        try (Queues queues = Queues.start(directory, ENDPOINT, "us-east-1", "000000000000");
                SqsClient sqs = client(queues)) {
            assertThat(sqs.listQueues().queueUrls()).containsExactly(url);
            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(5))
                            .messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("kept"));
        }
    }
}
