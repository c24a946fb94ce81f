package io.beanpole.endtoend;

import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/** Sees to it that there is a dead letter in a lane: the message of a task that was done long ago, so it does no harm. */
final class StrayLetter implements AutoCloseable {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

    private final House house;
    private final String lane;
    private final String queue;
    private final SqsClient sqs;

    StrayLetter(House house, String lane) {
        this.house = house;
        this.lane = lane;
        Map<String, String> exports = house.environment();
        queue = queue(Workplace.of(house).json("lanes", "--json"), lane);
        sqs = SqsClient.builder()
                .endpointOverride(URI.create(exports.get("AWS_ENDPOINT_URL")))
                .region(Region.of(exports.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    private static String queue(JsonNode lanes, String name) {
        for (JsonNode lane : lanes) {
            if (lane.get("name").asString().equals(name)) {
                return lane.get("deadLetterQueueUrl").asString();
            }
        }
        throw new EndToEndException("There is no lane " + name + ": " + lanes);
    }

    /** Puts one there, unless there is one. */
    void ensure() {
        if (isGone()) {
            String task = house.program().submit("probe", lane, Map.of());
            sqs.sendMessage(request -> request.queueUrl(queue)
                    .messageBody("{\"version\": 1, \"id\": \"" + task + "\", \"kind\": \"probe\", \"lane\": \"" + lane
                            + "\"}"));
        }
    }

    /** Whether there is none in the lane, neither to be received nor hidden by a look. */
    boolean isGone() {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(queue).attributeNames(COUNTS))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    @Override
    public void close() {
        sqs.close();
    }
}
