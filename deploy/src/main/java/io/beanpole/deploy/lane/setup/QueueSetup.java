package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.lane.setup.LaneChange.Done;
import io.beanpole.deploy.scaling.EnvironmentParts;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Makes queues, or sets the attributes of those that are there. */
final class QueueSetup {
    /** The longest that SQS keeps a message: long enough for somebody to come back from a holiday. */
    private static final String FOURTEEN_DAYS = "1209600";

    private static final String REDRIVE = "RedrivePolicy";

    private final QueueStore queues;
    private final Patience patience;
    private final boolean dryRun;

    /**
     * A setup.
     *
     * @param patience with a queue that was made just now
     */
    QueueSetup(QueueStore queues, Patience patience, boolean dryRun) {
        this.queues = queues;
        this.patience = patience;
        this.dryRun = dryRun;
    }

    /** Brings the attributes of queues that Elastic Beanstalk made to what deployment.yml says. */
    void adjust(LaneTarget target, String queueUrl, Optional<String> deadLetterUrl, Consumer<LaneChange> done) {
        done.accept(set(target.lane(), queueUrl, target.spec().attributes()));
        deadLetterUrl.ifPresent(
                url -> done.accept(set(target.lane(), url, target.spec().deadLetterAttributes())));
    }

    /** Makes a queue of the lane's own with its dead-letter queue, or brings them to what deployment.yml says. */
    void make(LaneTarget target, String name, Consumer<LaneChange> done) {
        var ending = name.endsWith(".fifo") ? ".fifo" : "";
        var deadName = name.substring(0, name.length() - ending.length()) + "-dead-letters" + ending;
        var dead = new TreeMap<>(Map.of("MessageRetentionPeriod", FOURTEEN_DAYS));
        dead.putAll(target.spec().deadLetterAttributes());
        var deadUrl = ensure(target.lane(), deadName, dead, done);
        var attributes = new TreeMap<>(target.spec().attributes());
        // In a dry run a queue that is still to be made has no ARN yet.
        var deadArn = deadUrl.map(url -> arn(url, deadName)).orElse("the new queue " + deadName);
        attributes.put(
                REDRIVE,
                JsonMapper.shared()
                        .writeValueAsString(new TreeMap<>(
                                Map.of("deadLetterTargetArn", deadArn, "maxReceiveCount", target.maxReceives()))));
        ensure(target.lane(), name, attributes, done);
    }

    /** The queue's URL; empty only in a dry run that would make it. */
    private Optional<String> ensure(
            String lane, String name, SortedMap<String, String> attributes, Consumer<LaneChange> done) {
        var present = queues.find(name);
        if (present.isPresent()) {
            done.accept(set(lane, present.get(), attributes));
            return present;
        }
        var change = new LaneChange(lane, "queue " + name, Done.CREATED, "It is new, with " + words(attributes) + ".");
        if (dryRun) {
            done.accept(change);
            return Optional.empty();
        }
        var all = new TreeMap<>(attributes);
        if (name.endsWith(".fifo")) {
            all.put("FifoQueue", "true");
        }
        var url = queues.create(name, all);
        done.accept(change);
        return Optional.of(url);
    }

    private LaneChange set(String lane, String url, SortedMap<String, String> wanted) {
        var name = EnvironmentParts.nameOfQueue(url);
        var resource = "queue " + name;
        var present = queues.attributes(url)
                .orElseThrow(() -> new DeployException(
                        "The queue " + name + " is gone.", "./beanpole lanes apply makes a queue of the lane's own."));
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
            queues.set(url, all);
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

    /** Without it the lane's queue would come without a way out for what fails, so it is waited for, or nothing goes on. */
    private String arn(String url, String name) {
        var arns = new ArrayList<String>();
        var isKnown = patience.await("the queue " + name, () -> {
            queues.attributes(url).map(attributes -> attributes.get("QueueArn")).ifPresent(arns::add);
            return !arns.isEmpty();
        });
        if (!isKnown) {
            throw new DeployException(
                    "SQS tells no ARN of the dead-letter queue " + name
                            + ", so the lane's queue can't be made to use it" + " and was left as it is.",
                    "Run ./beanpole lanes apply again in a minute.");
        }
        return arns.get(0);
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
