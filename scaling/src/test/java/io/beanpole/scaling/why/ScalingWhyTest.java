package io.beanpole.scaling.why;

import static io.beanpole.scaling.why.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ScalingWhyTest {
    private static final Duration BOOT = Duration.ofSeconds(150);
    private static final double[] DEEP = {12, 14, 15, 16, 17};
    private static final double[] SHALLOW = {0, 0, 2, 3, 3};
    private static final double[] NONE = {};

    @Test
    void aDepthBelowTheThresholdIsToldWithBothNumbers() {
        assertSays(
                new Situation().step("Up", 1, BOOT).high(AlarmState.OK, 1, SHALLOW, "Up"),
                Verdict.BELOW_THRESHOLD,
                "No alarm asked for more: High is OK since 14:25:00, because ApproximateNumberOfMessagesVisible (Maximum"
                        + " over 60 s) was 3 and it takes 10 or more.");
    }

    @Test
    void anAlarmThatWaitsTellsWhatItHasAndWhenItCanGoOff() {
        assertSays(
                new Situation().step("Up", 1, BOOT).high(AlarmState.OK, 3, new double[] {0, 0, 0, 12, 13}, "Up"),
                Verdict.WAITING_FOR_DATAPOINTS,
                "Alarm High waits for 3 of 3 values of 60 s at 10 or more and has 2"
                        + " (ApproximateNumberOfMessagesVisible (Maximum over 60 s) was 13): it can go off at 14:31:00 at"
                        + " the earliest.");
    }

    @Test
    void aCooldownIsToldWithItsEndAndWhatBeganIt() {
        assertSays(
                new Situation()
                        .size(2, 2)
                        .simple("More", 1, Duration.ofSeconds(300))
                        .high(AlarmState.ALARM, 1, DEEP, "More")
                        .changed(ago(5), Duration.ofSeconds(130), "High", "More", 1, 2),
                Verdict.COOLDOWN,
                "the cooldown lasts until 14:32:10: policy More changed 1 to 2, which was done at 14:27:10.");
    }

    @Test
    void aSimplePolicyWaitsForTheLaunchThatRuns() {
        assertSays(
                new Situation()
                        .size(2, 1)
                        .simple("More", 1, Duration.ofSeconds(300))
                        .high(AlarmState.ALARM, 1, DEEP, "More")
                        .changed(ago(3), Duration.ofMinutes(10), "High", "More", 1, 2),
                Verdict.ACTIVITY_RUNS,
                "a simple policy waits while an activity runs: Launching a new EC2 instance: i-1, since 14:27:00.");
    }

    @Test
    void aWarmUpIsToldWithItsEnd() {
        assertSays(
                new Situation()
                        .size(2, 2)
                        .step("Up", 1, Duration.ofSeconds(240))
                        .high(AlarmState.ALARM, 1, DEEP, "Up")
                        .changed(ago(3), Duration.ofSeconds(60), "High", "Up", 1, 2),
                Verdict.WARM_UP,
                "1 instance warms up until 14:32:00 and counts as added");
    }

    @Test
    void noInstanceGoesWhileAnotherWarmsUp() {
        assertSays(
                new Situation()
                        .waiting(0)
                        .size(2, 2)
                        .step("Up", 1, Duration.ofSeconds(240))
                        .step("Down", -1, Duration.ofSeconds(240))
                        .low(AlarmState.ALARM, new double[] {0, 0, 0}, "Down")
                        .changed(ago(3), Duration.ofSeconds(60), "High", "Up", 1, 2),
                Verdict.WARM_UP,
                "1 instance warms up until 14:32:00, and no instance goes meanwhile.");
    }

    @Test
    void theMaximumIsTold() {
        assertSays(
                new Situation().bounds(1, 2).size(2, 2).step("Up", 1, BOOT).high(AlarmState.ALARM, 1, DEEP, "Up"),
                Verdict.AT_MAXIMUM,
                "the group has its maximum of 2 instances (MaxSize of aws:autoscaling:asg).");
    }

    @Test
    void theMinimumIsTold() {
        assertSays(
                new Situation().waiting(0).step("Down", -1, BOOT).low(AlarmState.ALARM, new double[] {0, 0, 0}, "Down"),
                Verdict.AT_MINIMUM,
                "the group has its minimum of 1 instance (MinSize of aws:autoscaling:asg).");
    }

    @Test
    void theDefaultTriggerThatPulledTheOtherWayIsToldBesideWhatTheQueueWants() {
        assertSays(
                new Situation()
                        .simple("More", 1, Duration.ofSeconds(360))
                        .simple("AWSEBAutoScalingScaleDownPolicy", -1, Duration.ofSeconds(360))
                        .high(AlarmState.ALARM, 1, DEEP, "More")
                        .changed(
                                ago(4),
                                Duration.ofSeconds(10),
                                "awseb-e-a1-stack-AWSEBCloudwatchAlarmLow-1ABC2DEF3GHI",
                                "AWSEBAutoScalingScaleDownPolicy",
                                2,
                                1),
                Verdict.DEFAULT_TRIGGER,
                "default trigger pulled the other way: its alarm AWSEBCloudwatchAlarmLow ran"
                        + " AWSEBAutoScalingScaleDownPolicy at 14:26:00, from 2 to 1 instance.");
    }

    @Test
    void metricsThatSleepAreToldBesideTheQueuesOwnCount() {
        assertSays(
                new Situation().step("Up", 1, BOOT).high(AlarmState.OK, 1, NONE, "Up"),
                Verdict.METRIC_ASLEEP,
                "The queue's metrics are asleep (none came since 13:30:00 or before), while 12 messages wait by the"
                        + " queue's own count");
    }

    @Test
    void anAlarmWithoutValuesTellsHowItTakesThem() {
        AlarmRule rule = new AlarmRule(Comparison.GREATER, 1, 1, 1, MissingData.MISSING);
        MetricSource typo = new MetricSource("Mine", "Backlgo", MetricSubject.OTHER);
        assertSays(
                new Situation().step("Up", 1, BOOT).alarm("High", typo, rule, AlarmState.INSUFFICIENT_DATA, NONE, "Up"),
                Verdict.MISSING_DATA,
                "Alarm High gets no values of Backlgo (Maximum over 60 s): nothing published it in its last 3 periods,"
                        + " and the alarm takes missing values as missing, so its state is INSUFFICIENT_DATA.");
    }

    @Test
    void protectionOfAllInstancesIsTold() {
        assertSays(
                new Situation()
                        .waiting(0)
                        .size(1, 2)
                        .allProtected()
                        .step("Down", -1, BOOT)
                        .low(AlarmState.ALARM, new double[] {0, 0, 0}, "Down"),
                Verdict.ALL_PROTECTED,
                "Fewer are wanted, 1 of 2, but all instances in service are protected from scale-in");
    }

    @Test
    void missingSpotCapacityIsTold() {
        assertSays(
                new Situation()
                        .size(3, 1)
                        .failed(
                                ago(1),
                                "Launching a new EC2 instance",
                                "Could not launch Spot Instances. UnfulfillableCapacity - Unable to fulfill capacity."),
                Verdict.SPOT_MISSING,
                "3 instances are desired and 1 serve, but EC2 has no Spot capacity for the others (last tried at"
                        + " 14:29:00");
    }

    @Test
    void aLaunchThatFailsForAnotherReasonIsTold() {
        assertSays(
                new Situation().size(3, 1).failed(ago(1), "Launching a new EC2 instance", "no such image"),
                Verdict.LAUNCH_FAILED,
                "launching the others fails");
    }

    @Test
    void aSpotLaunchThatFailsForAnotherReasonThanCapacityIsToldInTheWordsOfEc2() {
        assertSays(
                new Situation()
                        .size(3, 1)
                        .failed(
                                ago(1),
                                "Launching a new EC2 instance",
                                "Could not launch Spot Instances. AuthFailure.ServiceLinkedRoleCreationNotPermitted"),
                Verdict.LAUNCH_FAILED,
                "AuthFailure.ServiceLinkedRoleCreationNotPermitted");
    }

    @Test
    void aSuspendedProcessIsToldWithTheCommandThatResumesIt() {
        assertSays(
                new Situation()
                        .suspended("AlarmNotification", "User suspended at 2026-11-21T14:00:00Z")
                        .step("Up", 1, BOOT)
                        .high(AlarmState.ALARM, 1, DEEP, "Up"),
                Verdict.PROCESS_SUSPENDED,
                "the group's process AlarmNotification is suspended (User suspended at 2026-11-21T14:00:00Z): resume it"
                        + " with 'aws autoscaling resume-processes --auto-scaling-group-name group --scaling-processes"
                        + " AlarmNotification'.");
    }

    @Test
    void aSuspendedLaunchIsTold() {
        assertSays(
                new Situation().size(3, 1).suspended("Launch", "User suspended"),
                Verdict.PROCESS_SUSPENDED,
                "3 are desired and 1 serve, but the group's process Launch is suspended");
    }

    @Test
    void aDeploymentInProgressIsTold() {
        assertSays(
                new Situation()
                        .deployment(ago(7), null)
                        .suspended("AlarmNotification", "User suspended")
                        .step("Up", 1, BOOT)
                        .high(AlarmState.ALARM, 1, DEEP, "Up"),
                Verdict.DEPLOYMENT,
                "the deployment of version 2 is in progress since 14:23:00 and holds scaling back until it is over: the"
                        + " process AlarmNotification is suspended.");
    }

    @Test
    void aDeploymentOfThePastIsToldWithoutAClaimThatItHeldScalingBack() {
        Explanation explained = new Situation()
                .deployment(ago(7), ago(3))
                .step("Up", 1, BOOT)
                .high(AlarmState.ALARM, 1, DEEP, "Up")
                .explained(ago(4));

        assertThat(explained.verdict()).isEqualTo(Verdict.DEPLOYMENT);
        assertThat(explained.sentence())
                .contains("the deployment of version 2 was in progress from 14:23:00 to 14:27:00. It may have held")
                .doesNotContain("holds scaling back");
    }

    @Test
    void thatAllWereProtectedIsKnownOfThePastWhateverTheStatusOfTheActivity() {
        Situation situation = new Situation()
                .waiting(0)
                .step("Down", -1, BOOT)
                .low(AlarmState.ALARM, new double[] {0, 0, 0}, "Down")
                .cancelled(
                        ago(6),
                        "Could not scale to desired capacity because all remaining instances are protected from"
                                + " scale-in.");

        assertThat(situation.explained(ago(5)).verdict()).isEqualTo(Verdict.ALL_PROTECTED);
    }

    @Test
    void anInstanceThatSomebodyEndedIsAChangeToo() {
        Situation situation = new Situation()
                .size(2, 2)
                .step("Up", 1, BOOT)
                .high(AlarmState.OK, 1, SHALLOW, "Up")
                .ended(ago(0), 3, 2);

        assertSays(
                situation,
                Verdict.RESIZED,
                "at 14:30:00 instance i-9 was taken out of service in response to a user request, from 3 to 2"
                        + " instances.");
    }

    @Test
    void theSizeOfThePastIsTheMeasuredOneWhereTheNextChangeIsFarOff() {
        Situation situation = new Situation()
                .bounds(1, 2)
                .size(1, 1)
                .step("Up", 1, Duration.ZERO)
                .step("Down", -1, BOOT)
                .high(AlarmState.ALARM, 1, DEEP, "Up")
                .measuredDesired(ago(9), 1)
                .changed(ago(1), Duration.ofSeconds(10), "Low", "Down", 2, 1);

        assertThat(situation.explained(ago(8)).sentence()).contains("takes 1 to 2");
    }

    @Test
    void aTimeOfAnotherDayIsToldWithItsDate() {
        Explanation explained = new Situation()
                .size(1, 1)
                .deployment(NOW.minus(Duration.ofHours(20)), null)
                .suspended("AlarmNotification", "User suspended")
                .step("Up", 1, BOOT)
                .high(AlarmState.ALARM, 1, DEEP, "Up")
                .explained();

        assertThat(explained.sentence()).contains("in progress since 2026-11-20 18:30:00");
    }

    @Test
    void anAlarmThatRunsNoPolicyIsTold() {
        assertSays(
                new Situation().high(AlarmState.ALARM, 1, DEEP),
                Verdict.NOT_WIRED,
                "it isn't wired to a policy: its AlarmActions name no scaling policy of this group.");
    }

    @Test
    void anAlarmWhosePolicyIsGoneIsTold() {
        assertSays(
                new Situation().high(AlarmState.ALARM, 1, DEEP, "Gone"),
                Verdict.NOT_WIRED,
                "the policy in its AlarmActions, Gone, does not exist.");
    }

    @Test
    void aChangeIsToldWithItsAlarmAndItsPolicy() {
        assertSays(
                new Situation()
                        .size(4, 2)
                        .step("Up", 2, BOOT)
                        .high(AlarmState.ALARM, 1, DEEP, "Up")
                        .changed(ago(0), BOOT, "High", "Up", 2, 4),
                Verdict.SCALED,
                "It did: alarm High (ApproximateNumberOfMessagesVisible (Maximum over 60 s) was 17, it takes 10 or more)"
                        + " ran policy Up at 14:30:00, from 2 to 4 instances.");
    }

    @Test
    void aMomentOfThePastIsJudgedByTheSizeOfThen() {
        Situation situation = new Situation()
                .bounds(1, 2)
                .size(1, 1)
                .step("Up", 1, Duration.ZERO)
                .step("Down", -1, BOOT)
                .high(AlarmState.ALARM, 1, DEEP, "Up")
                .changed(ago(2), Duration.ofSeconds(10), "Low", "Down", 2, 1);

        assertThat(situation.explained(ago(4)).verdict()).isEqualTo(Verdict.AT_MAXIMUM);
    }

    @Test
    void withoutAnyAlarmPeopleAndSchedulesAreLeft() {
        assertSays(new Situation(), Verdict.NO_ALARM, "No alarm runs a policy of this group");
    }

    @Test
    void theAxisHasEverythingInItsOrder() {
        Explanation explained = new Situation()
                .size(2, 2)
                .deployment(ago(20), ago(15))
                .step("Up", 1, BOOT)
                .high(AlarmState.ALARM, 1, DEEP, "Up")
                .changed(ago(3), Duration.ofSeconds(60), "High", "Up", 1, 2)
                .explained();

        assertThat(explained.axis()).isSortedAccordingTo(Comparator.comparing(AxisEntry::at));
        assertThat(explained.axis())
                .extracting(AxisEntry::kind)
                .contains(AxisEntry.Kind.DEPLOYMENT, AxisEntry.Kind.ACTIVITY, AxisEntry.Kind.NOW);
    }

    @Test
    void beforeTheGroupWasMadeThereWasNothingToScale() {
        Explanation told = new Situation().step("Up", 1, BOOT).explained(NOW.minus(Duration.ofDays(2)));
        assertThat(told.verdict()).isEqualTo(Verdict.NOT_THERE_YET);
        assertThat(told.sentence())
                .isEqualTo("There was nothing to scale: the group group was made at 2026-11-20 14:30:00.");
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static void assertSays(Situation situation, Verdict verdict, String part) {
        Explanation explained = situation.explained();
        assertThat(explained.verdict()).as(explained.sentence()).isEqualTo(verdict);
        assertThat(explained.sentence()).contains(part);
    }
}
