package io.beanpole.deploy.scaling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.scaling.design.ScalingDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesResponse;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.paginators.DescribePoliciesIterable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;

/** What a change asks AWS for. */
class ScalingChangeTest {
    private static final ScalingDesign DESIGN = DesignChangesTest.DESIGN;
    private static final EnvironmentParts PARTS =
            new EnvironmentParts("standard", Optional.of("group"), Optional.of("https://sqs/1/jobs"), Optional.empty());

    private final Groups groups = new Groups();
    private final Alarms alarms = new Alarms();

    @Test
    void aPolicyWithoutAPlaceInTheDesignIsSwitchedOff() {
        var done = carriedOut(with(DESIGN.policies().size() - 1));

        assertThat(groups.put).singleElement().satisfies(request -> {
            assertThat(request.policyName()).isEqualTo("DemandLowPolicy");
            assertThat(request.enabled()).isFalse();
            assertThat(request.stepAdjustments()).isNotEmpty();
        });
        assertThat(done).containsExactly("DemandLowPolicy stays, but is switched off.");
    }

    @Test
    void anAlarmThatChangesKeepsThePoliciesThatItRuns() {
        var changed = DesignChangesTest.threshold(DESIGN.alarms().get(0), 7);
        var wanted = new ScalingDesign(
                DESIGN.name(),
                DESIGN.minimum(),
                DESIGN.maximum(),
                DESIGN.cooldown(),
                DESIGN.warmUp(),
                List.of(changed, DESIGN.alarms().get(1)),
                DESIGN.policies(),
                DESIGN.schedule());
        alarms.present = MetricAlarm.builder()
                .alarmName(changed.name())
                .metricName("ApproximateNumberOfMessagesVisible")
                .alarmActions(arn(changed.policies().get(0)))
                .build();

        carriedOut(wanted);

        assertThat(alarms.put).singleElement().satisfies(request -> {
            assertThat(request.threshold()).isEqualTo(7);
            assertThat(request.alarmActions())
                    .containsExactly(arn(changed.policies().get(0)));
        });
    }

    private List<String> carriedOut(ScalingDesign wanted) {
        return new ScalingChange(groups, alarms, PARTS, "group").carryOut(new DesignChanges(DESIGN, wanted));
    }

    private static ScalingDesign with(int policies) {
        return new ScalingDesign(
                DESIGN.name(),
                DESIGN.minimum(),
                DESIGN.maximum(),
                DESIGN.cooldown(),
                DESIGN.warmUp(),
                DESIGN.alarms(),
                DESIGN.policies().subList(0, policies),
                DESIGN.schedule());
    }

    private static String arn(String policy) {
        return "arn:aws:autoscaling:eu-central-1:1:scalingPolicy:5:autoScalingGroupName/group:policyName/" + policy;
    }

    /** A group with the policies of the design. */
    private static final class Groups implements AutoScalingClient {
        final List<PutScalingPolicyRequest> put = new ArrayList<>();

        @Override
        public DescribePoliciesIterable describePoliciesPaginator(DescribePoliciesRequest request) {
            return new DescribePoliciesIterable(this, request);
        }

        @Override
        public DescribePoliciesResponse describePolicies(DescribePoliciesRequest request) {
            return DescribePoliciesResponse.builder()
                    .scalingPolicies(DESIGN.policies().stream()
                            .map(policy -> ScalingPolicy.builder()
                                    .policyName(policy.name())
                                    .policyARN(arn(policy.name()))
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public PutScalingPolicyResponse putScalingPolicy(PutScalingPolicyRequest request) {
            put.add(request);
            return PutScalingPolicyResponse.builder()
                    .policyARN(arn(request.policyName()))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    /** CloudWatch with one alarm at most. */
    private static final class Alarms implements CloudWatchClient {
        final List<PutMetricAlarmRequest> put = new ArrayList<>();
        MetricAlarm present = MetricAlarm.builder().build();

        @Override
        public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
            return DescribeAlarmsResponse.builder()
                    .metricAlarms(List.of(present))
                    .build();
        }

        @Override
        public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
            put.add(request);
            return PutMetricAlarmResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
