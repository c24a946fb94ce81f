package io.beanpole.endtoend;

import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/** The AWS SDK with nothing but what {@code ./beanpole env} exports. */
final class Aws implements AutoCloseable {
    private final SqsClient sqs;
    private final S3Client s3;

    Aws(House house) {
        Map<String, String> exports = house.environment();
        sqs = client(SqsClient.builder(), exports);
        s3 = client(S3Client.builder(), exports);
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, Map<String, String> exports) {
        return builder.endpointOverride(URI.create(exports.get("AWS_ENDPOINT_URL")))
                .region(Region.of(exports.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    void send(String queueUrl, String body) {
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body));
    }

    /** What stands in the dead-letter queue of a queue; it stays there. */
    List<String> deadLetters(String queueUrl) {
        String policy = sqs.getQueueAttributes(
                        get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes()
                .get(QueueAttributeName.REDRIVE_POLICY);
        String arn =
                JsonMapper.shared().readTree(policy).get("deadLetterTargetArn").asString();
        String dead = sqs.getQueueUrl(get -> get.queueName(arn.substring(arn.lastIndexOf(':') + 1)))
                .queueUrl();
        return sqs
                .receiveMessage(receive ->
                        receive.queueUrl(dead).maxNumberOfMessages(10).visibilityTimeout(0))
                .messages()
                .stream()
                .map(Message::body)
                .toList();
    }

    /** The keys of all results in the clip bucket. */
    List<String> results() {
        String clips = s3.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(name -> name.contains("clips"))
                .findFirst()
                .orElseThrow();
        return s3.listObjectsV2Paginator(list -> list.bucket(clips).prefix("results/")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        sqs.close();
        s3.close();
    }
}
