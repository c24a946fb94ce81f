package io.beanpole.endtoend;

import static io.beanpole.endtoend.ScriptedCloud.SQSD;
import static io.beanpole.endtoend.ScriptedCloud.VARIABLE;
import static io.beanpole.endtoend.ScriptedCloud.option;
import static org.awaitility.Awaitility.await;

import io.beanpole.deploy.scaling.file.OptionFileWriter;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.SelfProtection;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SizeDecision;
import io.beanpole.scaling.simulation.SpotModel;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The same designs, once in a real group of the local cloud and once in virtual time, under the same burst: every change
 * of the desired capacity, out and in, is the same one and comes within one period of the alarms.
 */
class SimulatorAgreesIT {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration QUIET_BEFORE = Duration.ofSeconds(20);
    private static final Duration WORK = Duration.ofSeconds(1);
    private static final Duration LASTS = Duration.ofSeconds(70);
    /** Nobody shrinks here while there is work, so the protection of workers has no part in it. */
    private static final SelfProtection AT_ONCE = new SelfProtection(Duration.ZERO, Duration.ZERO, false);

    private static final int BURST = 50;
    private static final int BATCH = 10;

    @TempDir
    private static Path directory;

    /** A change of the desired capacity. */
    private record Change(Instant at, int before, int after) {
        String sizes() {
            return before + " -> " + after;
        }
    }

    /** One design in its environment, and what happened to it. */
    private static final class Lane {
        final ScalingDesign design;
        final String group;
        final String queue;
        final List<Change> changes = new ArrayList<>();
        final int[] sent = new int[(int) QUIET_BEFORE.plus(LASTS).toSeconds()];
        int desired = 1;

        Lane(ScalingDesign design, ScriptedCloud cloud) {
            this.design = design;
            this.group = cloud.group(design.name());
            this.queue = cloud.queue(design.name(), "WorkerQueue");
        }

        void seen(int now) {
            if (now != desired) {
                changes.add(new Change(Instant.now(), desired, now));
                desired = now;
            }
        }

        boolean isBack() {
            return desired == design.minimum() && changes.size() > 1;
        }
    }

    @Test
    void everyChangeOfCapacityIsTheSameWithinOnePeriodWhateverTheKindOfPolicy() throws Exception {
        String interval = Long.toString(INTERVAL.toSeconds());
        try (ScriptedCloud cloud = new ScriptedCloud(
                        directory, "--metric-interval", interval, "--speed", "60", "--sqsd-prefetch", "off");
                SqsClient sqs = cloud.cloud().client(SqsClient.builder());
                AutoScalingClient scaling = cloud.cloud().client(AutoScalingClient.builder())) {
            List<Lane> lanes = lanes(cloud);
            // The first call of a client takes longest; the burst should lie between two ticks.
            lanes.forEach(each -> sqs.getQueueAttributes(request -> request.queueUrl(each.queue)));
            Instant start = nextTick().minus(QUIET_BEFORE);
            lanes.forEach(each -> burst(sqs, each, start));
            await().atMost(LASTS).pollInterval(Duration.ofMillis(200)).until(() -> {
                watch(scaling, lanes);
                return lanes.stream().allMatch(Lane::isBack);
            });

            SoftAssertions softly = new SoftAssertions();
            lanes.forEach(each -> agrees(softly, each, start, boot(scaling, each.group)));
            softly.assertAll();
        }
    }

    private static List<Lane> lanes(ScriptedCloud cloud) throws Exception {
        String image = cloud.push("fixed", ScriptApplication.thatAnswers("fixed", directory));
        Map<String, ScalingDesign> designs = new LinkedHashMap<>();
        for (ScalingDesign each : List.of(
                AgreedDesigns.steps(), AgreedDesigns.simple(), AgreedDesigns.tracking(), AgreedDesigns.advised())) {
            designs.put(each.name(), each);
            String file = new OptionFileWriter(each, Map.of()).text();
            cloud.version(each.name(), image, Map.of(".ebextensions/40-scaling.config", file));
            cloud.create(
                    each.name(),
                    each.name(),
                    option(SQSD, "HttpConnections", "1"),
                    option(VARIABLE, "PAUSE", Long.toString(WORK.toSeconds())));
        }
        designs.keySet().forEach(cloud::ready);
        return designs.values().stream().map(each -> new Lane(each, cloud)).toList();
    }

    /** Just after a tick of the metrics, so that it is clear which of them sees the burst first. */
    private static Instant nextTick() {
        long millis = INTERVAL.toMillis();
        long begun = System.currentTimeMillis() / millis;
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.currentTimeMillis() / millis > begun);
        return Instant.ofEpochMilli(System.currentTimeMillis() / millis * millis);
    }

    private static void burst(SqsClient sqs, Lane lane, Instant start) {
        for (int i = 0; i < BURST; i += BATCH) {
            List<SendMessageBatchRequestEntry> batch = IntStream.range(0, BATCH)
                    .mapToObj(each -> SendMessageBatchRequestEntry.builder()
                            .id("m" + each)
                            .messageBody("work")
                            .build())
                    .toList();
            sqs.sendMessageBatch(request -> request.queueUrl(lane.queue).entries(batch));
            lane.sent[(int) Duration.between(start, Instant.now()).toSeconds()] += BATCH;
        }
    }

    private static void watch(AutoScalingClient scaling, List<Lane> lanes) {
        Map<String, Integer> desired = new LinkedHashMap<>();
        scaling.describeAutoScalingGroups()
                .autoScalingGroups()
                .forEach(each -> desired.put(each.autoScalingGroupName(), each.desiredCapacity()));
        lanes.forEach(each -> each.seen(desired.get(each.group)));
    }

    /** What an instance took to come up here; that is the machine's matter and no policy's. */
    private static Duration boot(AutoScalingClient scaling, String group) {
        return Duration.ofMillis((long)
                scaling.describeScalingActivities(request -> request.autoScalingGroupName(group)).activities().stream()
                        .filter(each -> each.description().startsWith("Launching") && each.endTime() != null)
                        .mapToLong(SimulatorAgreesIT::took)
                        .average()
                        .orElseThrow());
    }

    private static long took(Activity activity) {
        return Duration.between(activity.startTime(), activity.endTime()).toMillis();
    }

    private static void agrees(SoftAssertions softly, Lane lane, Instant start, Duration boot) {
        List<Change> simulated = simulated(lane, start, boot);
        String told = lane.design.name() + " with a boot of " + boot.toMillis() + " ms";
        System.out.println(told + ": real " + told(start, lane.changes) + "; simulated " + told(start, simulated));
        softly.assertThat(lane.changes)
                .as("%s, %s", told, lane.changes)
                .extracting(Change::sizes)
                .containsExactlyElementsOf(simulated.stream().map(Change::sizes).toList());
        for (int i = 0; i < Math.min(simulated.size(), lane.changes.size()); i++) {
            softly.assertThat(Duration.between(
                                    simulated.get(i).at(), lane.changes.get(i).at())
                            .abs())
                    .as("%s, change %d", told, i)
                    .isLessThanOrEqualTo(AgreedDesigns.PERIOD);
        }
    }

    private static List<Change> simulated(Lane lane, Instant start, Duration boot) {
        Workload workload = new Workload(
                WORK,
                0,
                1,
                boot,
                INTERVAL,
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                SpotModel.NONE,
                false,
                AT_ONCE,
                1);
        Trace trace = new Trace("burst", start, Duration.ofSeconds(1), lane.sent);
        return Simulation.run(Contender.of(lane.design), trace, workload).decisions().stream()
                .filter(SizeDecision::changes)
                .map(each -> new Change(each.at(), each.before(), each.after()))
                .toList();
    }

    private static List<String> told(Instant start, List<Change> changes) {
        return changes.stream()
                .map(each -> each.sizes() + " at "
                        + Duration.between(start.plus(QUIET_BEFORE), each.at()).toMillis() + " ms")
                .toList();
    }
}
