package io.beanpole.deploy.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.autoscaling.model.Alarm;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;

class PolicySentencesTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            ChangeInCapacity        | 0    | 400 | 1   | +1 from 0 to 400 over the threshold
            ChangeInCapacity        | 400  | -   | 3   | +3 from 400 over the threshold on
            ChangeInCapacity        | 0    | -   | 1   | +1 over the threshold
            ChangeInCapacity        | -    | 0   | -1  | -1 under the threshold
            ChangeInCapacity        | -20  | -5  | -2  | -2 from 5 to 20 under the threshold
            ChangeInCapacity        | -    | -20 | -3  | -3 up to 20 under the threshold
            ChangeInCapacity        | -5   | 5   | 1   | +1 from 5 under the threshold to 5 over the threshold
            ChangeInCapacity        | -    | -   | 2   | +2 wherever the metric is
            ExactCapacity           | 0    | 2.5 | 4   | to 4 from 0 to 2.5 over the threshold
            PercentChangeInCapacity | 0    | -   | 50  | +50 % over the threshold
            """)
    void aStepSaysHowMuchAndWhere(String type, Double lower, Double upper, int adjustment, String sentence) {
        var policy = ScalingPolicy.builder()
                .policyName("p")
                .policyType("StepScaling")
                .adjustmentType(type)
                .stepAdjustments(StepAdjustment.builder()
                        .metricIntervalLowerBound(lower)
                        .metricIntervalUpperBound(upper)
                        .scalingAdjustment(adjustment)
                        .build())
                .build();

        assertThat(PolicySentences.summary(policy).steps()).containsExactly(sentence);
    }

    @Test
    void aSimplePolicySaysItsCooldownAndItsAlarms() {
        var summary = PolicySentences.summary(ScalingPolicy.builder()
                .policyName("p")
                .adjustmentType("ChangeInCapacity")
                .scalingAdjustment(-1)
                .cooldown(300)
                .alarms(Alarm.builder().alarmName("idle").build())
                .build());

        assertThat(summary.type()).isEqualTo("SimpleScaling");
        assertThat(summary.steps()).containsExactly("-1, then 300 s of cooldown");
        assertThat(summary.alarms()).containsExactly("idle");
    }

    @Test
    void aTargetTrackingPolicySaysItsTarget() {
        var summary = PolicySentences.summary(ScalingPolicy.builder()
                .policyName("p")
                .policyType("TargetTrackingScaling")
                .targetTrackingConfiguration(target -> target.targetValue(12.0))
                .build());

        assertThat(summary.steps()).containsExactly("as many as keep the metric at 12");
    }
}
