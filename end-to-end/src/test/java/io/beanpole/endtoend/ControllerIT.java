package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The controller steers a lane of a real local cloud: out by what waits, in by idle instances only. */
class ControllerIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MOST = 3;

    /** Only the controller is to act here. */
    private static final String SILENT = """
            Resources:
              AWSEBCloudwatchAlarmHigh: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
              AWSEBCloudwatchAlarmLow: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
            """;

    @TempDir
    private static Path directory;

    @Test
    void growsByWhatWaitsEndsOnlyIdleInstancesAndLeavesASuspendedGroupAlone() throws Exception {
        try (ScriptedCloud cloud = new ScriptedCloud(directory, "--metric-interval", "1", "--speed", "60");
                AutoScalingClient groups = cloud.cloud().client(AutoScalingClient.builder());
                SqsClient queues = cloud.cloud().client(SqsClient.builder())) {
            String queue = launch(cloud);
            String group = cloud.group("jobs");
            try (ControllerProcess controller = ControllerProcess.start(
                    RunningHouse.ROOT, directory.resolve("controller.log"), variables(cloud, queue))) {
                send(queues, queue);

                assertThat(controller.steer()).contains("Set from 1 to " + MOST + ".");
                await().atMost(LONG).until(() -> inService(groups, group).size() == MOST);

                String busy = inService(groups, group).get(MOST - 1);
                groups.setInstanceProtection(request ->
                        request.autoScalingGroupName(group).instanceIds(busy).protectedFromScaleIn(true));
                await().atMost(LONG).until(() -> {
                    controller.steer();
                    return group(groups, group).desiredCapacity() == 1;
                });
                await().atMost(LONG)
                        .untilAsserted(
                                () -> assertThat(inService(groups, group)).containsExactly(busy));

                groups.suspendProcesses(
                        request -> request.autoScalingGroupName(group).scalingProcesses("Launch"));
                send(queues, queue);
                assertThat(controller.steer()).contains("Does nothing: the group's Launch is suspended.");
                assertThat(group(groups, group).desiredCapacity()).isEqualTo(1);
            }
        }
    }

    private static String launch(ScriptedCloud cloud) throws Exception {
        cloud.place().describe(Lanes.DESCRIPTION);
        String image = Lanes.image(cloud, directory);
        cloud.version("jobs", image, Map.of(".ebextensions/40-scaling.config", SILENT));
        cloud.create(
                "jobs",
                "jobs",
                ScriptedCloud.option(ScriptedCloud.GROUP, "MinSize", "1"),
                ScriptedCloud.option(ScriptedCloud.GROUP, "MaxSize", String.valueOf(MOST)),
                ScriptedCloud.option(ScriptedCloud.SQSD, "HttpConnections", "1"),
                ScriptedCloud.option(ScriptedCloud.VARIABLE, "PAUSE", "1"));
        cloud.ready("jobs");
        return cloud.queue("jobs", "WorkerQueue");
    }

    /** Tasks of a second, a boot of two: what takes minutes on AWS takes seconds here. */
    private static Map<String, String> variables(ScriptedCloud cloud, String queue) {
        Map<String, String> variables = new HashMap<>(cloud.cloud().exports());
        variables.put("CONTROLLER_INTERVAL", "1s");
        variables.put("CONTROLLER_TURN", "2s");
        variables.put("CONTROLLER_LANES_JOBS_QUEUE", queue);
        variables.put(
                "CONTROLLER_LANES_JOBS_ENVIRONMENT", cloud.environment("jobs").environmentName());
        variables.put("CONTROLLER_LANES_JOBS_SERVICE", "1s");
        variables.put("CONTROLLER_LANES_JOBS_SLOTS", "1");
        variables.put("CONTROLLER_LANES_JOBS_BOOT", "2s");
        variables.put("CONTROLLER_LANES_JOBS_OLDEST", "8s");
        return variables;
    }

    private static void send(SqsClient queues, String queue) {
        queues.sendMessageBatch(request -> request.queueUrl(queue)
                .entries(IntStream.range(0, 10)
                        .mapToObj(each -> SendMessageBatchRequestEntry.builder()
                                .id("m" + each)
                                .messageBody("{}")
                                .build())
                        .toList()));
    }

    private static AutoScalingGroup group(AutoScalingClient groups, String name) {
        return groups.describeAutoScalingGroups(request -> request.autoScalingGroupNames(name))
                .autoScalingGroups()
                .get(0);
    }

    private static List<String> inService(AutoScalingClient groups, String name) {
        return group(groups, name).instances().stream()
                .filter(each -> each.lifecycleState() == LifecycleState.IN_SERVICE)
                .map(Instance::instanceId)
                .toList();
    }
}
