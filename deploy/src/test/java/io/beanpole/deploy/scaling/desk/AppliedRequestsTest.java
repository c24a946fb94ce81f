package io.beanpole.deploy.scaling.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.scaling.policy.StepPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The requests that replace alarms and policies whole, so that nothing of theirs is lost. */
class AppliedRequestsTest {
    private static final EnvironmentParts PARTS =
            new EnvironmentParts("standard", Optional.of("group"), Optional.of("https://sqs/1/jobs"), Optional.empty());

    @Test
    void aChangedAlarmKeepsItsMetricItsWordsAndWhatElseItRuns() {
        var present = MetricAlarm.builder()
                .alarmName("DemandHigh")
                .alarmDescription("Call Ada.")
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensions(Dimension.builder().name("QueueName").value("jobs").build())
                .statistic("Maximum")
                .period(60)
                .alarmActions("arn:aws:sns:eu-central-1:1:on-call")
                .build();
        var wanted =
                DesignChangesTest.threshold(DesignChangesTest.DESIGN.alarms().get(0), 50);

        var request = new AppliedAlarm(wanted).request(present, "group", List.of());

        assertThat(request.threshold()).isEqualTo(50);
        assertThat(request.alarmDescription()).isEqualTo("Call Ada.");
        assertThat(request.alarmActions()).containsExactly("arn:aws:sns:eu-central-1:1:on-call");
        assertThat(request.dimensions().get(0).value()).isEqualTo("jobs");
        assertThat(request.treatMissingData()).isEqualTo("notBreaching");
    }

    @Test
    void anAlarmThatIsThereRunsTheWantedPoliciesInPlaceOfItsFormerOnes() {
        var onCall = "arn:aws:sns:eu-central-1:1:on-call";
        var present = MetricAlarm.builder()
                .alarmName("DemandHigh")
                .metricName("ApproximateNumberOfMessagesVisible")
                .alarmActions(onCall, policy("group", "Old"), policy("another", "Theirs"))
                .build();

        var request = new AppliedAlarm(DesignChangesTest.DESIGN.alarms().get(0))
                .request(present, "group", List.of(policy("group", "New")));

        assertThat(request.alarmActions()).containsExactly(onCall, policy("another", "Theirs"), policy("group", "New"));
    }

    @Test
    void anAlarmOnABandKeepsItAndGetsNoNumber() {
        var present = MetricAlarm.builder()
                .alarmName("DemandHigh")
                .thresholdMetricId("band")
                .evaluateLowSampleCountPercentile("ignore")
                .build();

        var request = new AppliedAlarm(DesignChangesTest.DESIGN.alarms().get(0)).request(present, "group", List.of());

        assertThat(request.thresholdMetricId()).isEqualTo("band");
        assertThat(request.threshold()).isNull();
        assertThat(request.evaluateLowSampleCountPercentile()).isEqualTo("ignore");
    }

    private static String policy(String group, String name) {
        return "arn:aws:autoscaling:eu-central-1:1:scalingPolicy:5:autoScalingGroupName/" + group + ":policyName/"
                + name;
    }

    @Test
    void aNewAlarmIsOfTheEnvironmentsOwnQueueAndGroup() {
        var request = new AppliedAlarm(DesignChangesTest.DESIGN.alarms().get(0)).request(PARTS, List.of("arn:policy"));

        assertThat(request.metrics())
                .filteredOn(query -> query.metricStat() != null)
                .extracting(
                        query -> query.metricStat().metric().dimensions().get(0).value())
                .containsExactly("jobs", "jobs", "group");
        assertThat(request.metrics()).filteredOn(query -> query.returnData()).hasSize(1);
        assertThat(request.alarmActions()).containsExactly("arn:policy");
    }

    @Test
    void anAlarmOnAQueueThatIsNotThereIsRefusedInWords() {
        var web = new EnvironmentParts("web", Optional.of("group"), Optional.empty(), Optional.empty());
        var alarm = new AppliedAlarm(DesignChangesTest.DESIGN.alarms().get(0));

        assertThatThrownBy(() -> alarm.request(web, List.of()))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("The alarm DemandHigh could not be made");
    }

    @Test
    void aStepPolicyLeavesOpenEndsOutAndKeepsItsAggregation() {
        var designed = DesignChangesTest.DESIGN.policies().get(0);
        var present = ScalingPolicy.builder().metricAggregationType("Average").build();

        var request = new AppliedPolicy(designed, Optional.of(present)).request("group");

        var steps = ((StepPolicy) designed.policy()).steps();
        assertThat(request.stepAdjustments()).hasSize(steps.size());
        assertThat(request.stepAdjustments().get(steps.size() - 1).metricIntervalUpperBound())
                .isNull();
        assertThat(request.metricAggregationType()).isEqualTo("Average");
        assertThat(request.estimatedInstanceWarmup()).isEqualTo(150);
    }
}
