package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.lane.setup.LaneChange.Done;
import io.beanpole.deploy.scaling.EnvironmentParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import tools.jackson.databind.json.JsonMapper;

/** Makes queues, or sets the attributes of those that are there. */
final class QueueSetup {
    /** The longest that SQS keeps a message: long enough for somebody to come back from a holiday. */
    private static final String FOURTEEN_DAYS = "1209600";

    private static final String REDRIVE = "RedrivePolicy";

    private final SqsClient sqs;
    private final boolean dryRun;

    QueueSetup(SqsClient sqs, boolean dryRun) {
        this.sqs = sqs;
        this.dryRun = dryRun;
    }

    /** Brings the attributes of queues that Elastic Beanstalk made to what deployment.yml says. */
    List<LaneChange> adjust(LaneTarget target, String queueUrl, Optional<String> deadLetterUrl) {
        var changes = new ArrayList<LaneChange>();
        changes.add(set(target.lane(), queueUrl, target.spec().attributes()));
        deadLetterUrl.ifPresent(
                url -> changes.add(set(target.lane(), url, target.spec().deadLetterAttributes())));
        return changes;
    }

    /** Makes a queue of the lane's own with its dead-letter queue, or brings them to what deployment.yml says. */
    List<LaneChange> make(LaneTarget target, String name) {
        var ending = name.endsWith(".fifo") ? ".fifo" : "";
        var deadName = name.substring(0, name.length() - ending.length()) + "-dead-letters" + ending;
        var dead = new TreeMap<>(Map.of("MessageRetentionPeriod", FOURTEEN_DAYS));
        dead.putAll(target.spec().deadLetterAttributes());
        var changes = new ArrayList<LaneChange>();
        changes.add(ensure(target.lane(), deadName, dead));
        var attributes = new TreeMap<>(target.spec().attributes());
        find(deadName)
                .flatMap(this::arn)
                .ifPresent(arn -> attributes.put(
                        REDRIVE,
                        JsonMapper.shared()
                                .writeValueAsString(new TreeMap<>(
                                        Map.of("deadLetterTargetArn", arn, "maxReceiveCount", target.maxReceives())))));
        changes.add(ensure(target.lane(), name, attributes));
        return changes;
    }

    /** The URL of a queue by its name; empty when there is none. */
    Optional<String> find(String name) {
        return AwsCall.to("look for the queue " + name, () -> {
            try {
                return Optional.of(
                        sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    private LaneChange ensure(String lane, String name, SortedMap<String, String> attributes) {
        var url = find(name);
        if (url.isPresent()) {
            return set(lane, url.get(), attributes);
        }
        if (!dryRun) {
            var all = new TreeMap<>(attributes);
            if (name.endsWith(".fifo")) {
                all.put("FifoQueue", "true");
            }
            AwsCall.to(
                    "create the queue " + name,
                    () -> sqs.createQueue(request -> request.queueName(name).attributesWithStrings(all)));
        }
        return new LaneChange(lane, "queue " + name, Done.CREATED, "It is new, with " + words(attributes) + ".");
    }

    private LaneChange set(String lane, String url, SortedMap<String, String> wanted) {
        var name = EnvironmentParts.nameOfQueue(url);
        var resource = "queue " + name;
        var present = AwsCall.to(
                "read the attributes of the queue " + name,
                () -> sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributesAsStrings());
        var different = new TreeMap<String, String>();
        var untold = new TreeMap<String, String>();
        wanted.forEach((attribute, value) -> {
            if (!present.containsKey(attribute) && !attribute.equals(REDRIVE)) {
                untold.put(attribute, value);
            } else if (!isSame(value, present.getOrDefault(attribute, ""))) {
                different.put(attribute, value);
            }
        });
        var all = new TreeMap<>(different);
        all.putAll(untold);
        if (!dryRun && !all.isEmpty()) {
            AwsCall.to(
                    "set the attributes of the queue " + name,
                    () -> sqs.setQueueAttributes(
                            request -> request.queueUrl(url).attributesWithStrings(all)));
        }
        if (different.isEmpty()) {
            var again = untold.isEmpty()
                    ? ""
                    : " This cloud doesn't tell " + String.join(", ", untold.keySet()) + ", so that is set each time.";
            return new LaneChange(lane, resource, Done.KEPT, "It is as it should be." + again);
        }
        return new LaneChange(lane, resource, Done.CHANGED, "Set " + words(different) + ".");
    }

    /** Policies are JSON, in which order and quotes of numbers don't matter. */
    private static boolean isSame(String one, String other) {
        if (one.startsWith("{") && other.startsWith("{")) {
            var json = JsonMapper.shared();
            return json.readTree(one.replaceAll("\"(\\d+)\"", "$1"))
                    .equals(json.readTree(other.replaceAll("\"(\\d+)\"", "$1")));
        }
        return one.equals(other);
    }

    private Optional<String> arn(String url) {
        return Optional.ofNullable(AwsCall.to(
                "find the queue's ARN",
                () -> sqs.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN)));
    }

    private static String words(SortedMap<String, String> attributes) {
        return attributes.isEmpty()
                ? "SQS's defaults"
                : String.join(
                        ", ",
                        attributes.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .toList());
    }
}
