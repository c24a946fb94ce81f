package io.beanpole.deploy.lane.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Which actions an alarm keeps when a lane is set up. */
class AlarmActionsTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:000000000000:on-call";
    private static final String OLD = policy("Old");
    private static final String NEW = policy("BacklogHighPolicy");

    private final MetricAlarm present = MetricAlarm.builder()
            .alarmName("BacklogHigh")
            .alarmActions(OLD, TOPIC)
            .okActions(TOPIC)
            .insufficientDataActions(TOPIC)
            .build();

    @Test
    void peoplesTopicsStayAndOnlyPoliciesAreReplaced() {
        var request = AlarmActions.keeping(present, wanted());

        assertThat(request.alarmActions()).containsExactly(NEW, TOPIC);
        assertThat(request.okActions()).containsExactly(TOPIC);
        assertThat(request.insufficientDataActions()).containsExactly(TOPIC);
    }

    @Test
    void whatIsRemovedIsNamed() {
        assertThat(AlarmActions.removed(present, List.of(NEW, TOPIC))).isEqualTo(" It no longer runs the policy Old.");
        assertThat(AlarmActions.removed(present, List.of(OLD, TOPIC))).isEmpty();
    }

    @Test
    void anAlarmThatIsSilencedStillTellsPeople() {
        assertThat(AlarmActions.others(present)).containsExactly(TOPIC);
    }

    @Test
    void anAlarmWithoutPeoplesActionsIsWhatIsWanted() {
        assertThat(AlarmActions.keeping(MetricAlarm.builder().alarmActions(NEW).build(), wanted()))
                .isEqualTo(wanted());
    }

    private static PutMetricAlarmRequest wanted() {
        return PutMetricAlarmRequest.builder()
                .alarmName("BacklogHigh")
                .alarmActions(NEW)
                .build();
    }

    private static String policy(String name) {
        return "arn:aws:autoscaling:eu-central-1:000000000000:scalingPolicy:1:autoScalingGroupName/g:policyName/"
                + name;
    }
}
