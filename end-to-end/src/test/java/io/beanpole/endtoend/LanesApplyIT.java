package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/** A lane that the option file made and one that the command put in place directly are the same. */
class LanesApplyIT {
    @TempDir
    private static Path directory;

    @Test
    void theOptionFileAndTheDirectWayGiveTheSameResources() throws Exception {
        try (ScriptedCloud cloud = Lanes.cloud(directory)) {
            String image = Lanes.image(cloud, directory);
            assertThat(cloud.run("lanes", "apply", "--write", "scaling.config").exit())
                    .isZero();
            String file = Files.readString(directory.resolve("scaling.config"));
            cloud.version("with", image, Map.of(".ebextensions/40-scaling.config", file));
            cloud.version("without", image, Map.of());
            cloud.create("jobs", "with");
            cloud.create("mail", "without");
            cloud.ready("jobs");
            cloud.ready("mail");

            assertThat(done(cloud.json("lanes", "apply", "mail", "--dry-run", "--json")))
                    .contains("CREATED");
            assertThat(done(cloud.json("lanes", "apply", "mail", "--json")))
                    .containsExactly("KEPT", "KEPT", "CREATED", "CREATED", "CREATED", "CREATED", "CHANGED", "CHANGED");

            assertThat(resources(cloud, "mail")).isEqualTo(resources(cloud, "jobs"));
            assertThat(done(cloud.json("lanes", "apply", "--json"))).hasSize(16).containsOnly("KEPT");
        }
    }

    private static List<String> done(JsonNode changes) {
        List<String> done = new ArrayList<>();
        changes.forEach(change -> done.add(change.get("done").asString()));
        return done;
    }

    /** What a lane is made of, without the names that tell one environment from the other. */
    private static String resources(ScriptedCloud cloud, String lane) {
        String queue = cloud.queue(lane, "WorkerQueue");
        String name = queue.substring(queue.lastIndexOf('/') + 1);
        String group = cloud.group(lane);
        try (SqsClient sqs = cloud.cloud().client(SqsClient.builder());
                AutoScalingClient autoScaling = cloud.cloud().client(AutoScalingClient.builder());
                CloudWatchClient cloudWatch = cloud.cloud().client(CloudWatchClient.builder())) {
            List<String> parts = new ArrayList<>();
            Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                    .attributes();
            parts.add("retention " + attributes.get(QueueAttributeName.MESSAGE_RETENTION_PERIOD) + " visibility "
                    + attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT));
            autoScaling.describePolicies(request -> request.autoScalingGroupName(group)).scalingPolicies().stream()
                    .filter(policy -> policy.policyName().contains("Backlog"))
                    .map(policy -> policy.policyType()
                            + policy.adjustmentType()
                            + policy.metricAggregationType()
                            + policy.estimatedInstanceWarmup()
                            + policy.stepAdjustments()
                            + policy.alarms().size())
                    .sorted()
                    .forEach(parts::add);
            cloudWatch.describeAlarms().metricAlarms().stream()
                    .filter(alarm ->
                            alarm.toString().contains(name) || alarm.toString().contains(group))
                    .map(alarm -> text(alarm).replace(name, "QUEUE").replace(group, "GROUP"))
                    .sorted()
                    .forEach(parts::add);
            assertThat(parts).hasSize(7);
            return String.join("\n", parts);
        }
    }

    private static String text(MetricAlarm alarm) {
        return alarm.alarmDescription() + alarm.namespace() + alarm.metricName() + alarm.dimensions() + alarm.metrics()
                + alarm.statistic() + alarm.period() + " " + alarm.evaluationPeriods() + alarm.datapointsToAlarm()
                + alarm.threshold() + alarm.comparisonOperator() + alarm.treatMissingData()
                + alarm.actionsEnabled() + alarm.alarmActions().size();
    }
}
