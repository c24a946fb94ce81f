package io.beanpole.cloud.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

class TogetherTest {
    @TempDir
    private Path directory;

    @Test
    void anAlarmThatComesFirstByItsNameDoesNotTakeAwayWhatAnotherAdds() throws Exception {
        try (ScaledCloud cloud = new ScaledCloud(directory, new GroupBounds(1, 5, 0))) {
            cloud.comeUp();
            policy(cloud, "three", 3);
            cloud.client.executePolicy(
                    request -> request.autoScalingGroupName(ScaledCloud.LANE).policyName("three"));
            cloud.comeUp();
            alarm(cloud, "a-low", ComparisonOperator.LESS_THAN_THRESHOLD, policy(cloud, "less", -1));
            alarm(cloud, "b-high", ComparisonOperator.GREATER_THAN_THRESHOLD, policy(cloud, "more", 1));
            cloud.cloudWatch.putMetricData(request -> request.namespace("Test")
                    .metricData(
                            low -> low.metricName("a-low").value(1.0),
                            high -> high.metricName("b-high").value(9.0)));

            cloud.tick();

            assertThat(cloud.group().desiredCapacity()).isEqualTo(5);
            assertThat(cloud.machines.ended).isEmpty();
            assertThat(said(cloud, "a-low"))
                    .contains("Policy less wants 3 instances, policy more changes the desired capacity to 5 at the same"
                            + " time.");
            assertThat(cloud.decisions())
                    .contains("\"policy\":\"more\"", "\"alarm\":\"b-high\"", "\"others\":[\"less wants 3\"]");
        }
    }

    private static String policy(ScaledCloud cloud, String name, int amount) {
        return cloud.client
                .putScalingPolicy(request -> request.autoScalingGroupName(ScaledCloud.LANE)
                        .policyName(name)
                        .policyType("SimpleScaling")
                        .adjustmentType("ChangeInCapacity")
                        .cooldown(0)
                        .scalingAdjustment(amount))
                .policyARN();
    }

    private static void alarm(ScaledCloud cloud, String name, ComparisonOperator comparison, String policy) {
        cloud.cloudWatch.putMetricAlarm(request -> request.alarmName(name)
                .namespace("Test")
                .metricName(name)
                .statistic("Maximum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator(comparison)
                .alarmActions(policy));
    }

    private static String said(ScaledCloud cloud, String alarm) {
        return cloud.cloudWatch
                .describeAlarmHistory(request -> request.alarmName(alarm).historyItemType(HistoryItemType.ACTION))
                .alarmHistoryItems()
                .get(0)
                .historyData();
    }
}
