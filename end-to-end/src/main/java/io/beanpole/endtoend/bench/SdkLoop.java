package io.beanpole.endtoend.bench;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The baseline: a process that receives ten messages and deletes them in one call, on some threads, with the SDK's own
 * client, and does nothing with them. It prints how many it has deleted whenever a hundred more are.
 */
final class SdkLoop {
    private static final int STEP = 100;

    private SdkLoop() {}

    /** Endpoint, queue, threads. */
    public static void main(String[] arguments) throws InterruptedException {
        String queue = arguments[1];
        AtomicLong deleted = new AtomicLong();
        try (SqsClient sqs = client(URI.create(arguments[0]))) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                Thread thread = new Thread(() -> run(sqs, queue, deleted), "sdk-" + i);
                thread.setDaemon(true);
                thread.start();
            }
            new CountDownLatch(1).await();
        }
    }

    static SqsClient client(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .build();
    }

    private static void run(SqsClient sqs, String queue, AtomicLong deleted) {
        while (true) {
            List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queue)
                            .maxNumberOfMessages(10)
                            .visibilityTimeout(300)
                            .waitTimeSeconds(20)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                    .messages();
            if (messages.isEmpty()) {
                continue;
            }
            sqs.deleteMessageBatch(request -> request.queueUrl(queue)
                    .entries(IntStream.range(0, messages.size())
                            .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                                    .id(String.valueOf(i))
                                    .receiptHandle(messages.get(i).receiptHandle())
                                    .build())
                            .toList()));
            long before = deleted.getAndAdd(messages.size());
            if (before / STEP != (before + messages.size()) / STEP) {
                System.out.println((before + messages.size()) / STEP * STEP);
            }
        }
    }
}
