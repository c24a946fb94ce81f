package io.beanpole.deploy.scaling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it takes to come from one design to another. */
class DesignChangesTest {
    static final ScalingDesign DESIGN = Advisor.propose(
                    new LaneTarget(Duration.ofMinutes(10), Duration.ofSeconds(60), 1, Duration.ofSeconds(150), 1, 4))
            .design();

    @Test
    void theSameDesignTakesNothing() {
        assertThat(new DesignChanges(DESIGN, DESIGN).isEmpty()).isTrue();
        assertThat(new DesignChanges(DESIGN, DESIGN).sentences()).isEmpty();
    }

    @Test
    void eachNumberThatDiffersIsToldWithWhatItWas() {
        var changes =
                new DesignChanges(DESIGN, with(5, threshold(DESIGN.alarms().get(0), 7)));

        assertThat(changes.sentences())
                .containsExactly("The group: maximum 4 becomes 5.", "DemandHigh: threshold 1 becomes 7.");
        assertThat(changes.policies()).isEmpty();
    }

    @Test
    void anAlarmThatIsNotWantedAnyMoreIsSilencedAndNotRemoved() {
        var after = new ScalingDesign(
                DESIGN.name(),
                DESIGN.minimum(),
                DESIGN.maximum(),
                DESIGN.cooldown(),
                DESIGN.warmUp(),
                DESIGN.alarms().subList(0, 1),
                DESIGN.policies(),
                DESIGN.schedule());

        assertThat(new DesignChanges(DESIGN, after).sentences())
                .containsExactly("DemandLow stays, but runs nothing any more.");
    }

    @Test
    void aPolicyThatIsNotWantedAnyMoreIsSwitchedOffAndNotRemoved() {
        var after = new ScalingDesign(
                DESIGN.name(),
                DESIGN.minimum(),
                DESIGN.maximum(),
                DESIGN.cooldown(),
                DESIGN.warmUp(),
                DESIGN.alarms(),
                DESIGN.policies().subList(0, 1),
                DESIGN.schedule());

        var changes = new DesignChanges(DESIGN, after);

        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.sentences()).containsExactly("DemandLowPolicy stays, but is switched off.");
    }

    @Test
    void aPolicyThatIsSwitchedOnAgainIsToldSo() {
        var off = new ScalingDesign(
                DESIGN.name(),
                DESIGN.minimum(),
                DESIGN.maximum(),
                DESIGN.cooldown(),
                DESIGN.warmUp(),
                DESIGN.alarms(),
                DESIGN.policies().stream()
                        .map(policy -> new DesignedPolicy(policy.policy(), false, policy.tracked()))
                        .toList(),
                DESIGN.schedule());

        assertThat(new DesignChanges(off, DESIGN).sentences())
                .hasSize(DESIGN.policies().size())
                .allMatch(sentence -> sentence.matches(".*, switched off becomes .*[^f]\\."));
    }

    @Test
    void whatAnotherPutThereAtTheSameMomentIsTold() {
        var theirs = with(9, DESIGN.alarms().get(0));

        assertThat(AwsScalingDesk.told(List.of("Done."), new DesignChanges(theirs, DESIGN)))
                .containsExactly(
                        "Done.",
                        "Yet something else is there now; somebody may have changed it at the same moment. What differs"
                                + " from what was asked for: The group: maximum 9 becomes 4.");
        assertThat(AwsScalingDesk.told(List.of("Done."), new DesignChanges(DESIGN, DESIGN)))
                .containsExactly("Done.");
    }

    @Test
    void aDesignBecomesAnEnvironmentsOwnAndAFilesAgain() {
        var own = RenamedDesign.inAccount(DESIGN, "beanpole-local-standard");

        assertThat(own.alarms().get(0).policies()).containsExactly("beanpole-local-standard-DemandHighPolicy");
        assertThat(RenamedDesign.portable(own).alarms()).isEqualTo(DESIGN.alarms());
        assertThat(RenamedDesign.portable(own).policies()).isEqualTo(DESIGN.policies());
    }

    @Test
    void whatCloudFormationNamedHasItsLogicalIdInAFile() {
        assertThat(RenamedDesign.logical("standard", "awseb-e-standard01-stack-QueueDepthAlarmHigh-A1B2C3D4E5"))
                .isEqualTo("QueueDepthAlarmHigh");
        assertThat(RenamedDesign.logical("standard", "some-alarm_by.hand")).isEqualTo("somealarmbyhand");
    }

    static DesignedAlarm threshold(DesignedAlarm alarm, double threshold) {
        var rule = alarm.rule();
        return new DesignedAlarm(
                alarm.name(),
                alarm.metric(),
                new AlarmRule(
                        rule.comparison(),
                        threshold,
                        rule.evaluationPeriods(),
                        rule.datapointsToAlarm(),
                        rule.missingData()),
                alarm.policies(),
                alarm.enabled());
    }

    private static ScalingDesign with(int maximum, DesignedAlarm first) {
        return new ScalingDesign(
                DESIGN.name(),
                DESIGN.minimum(),
                maximum,
                DESIGN.cooldown(),
                DESIGN.warmUp(),
                List.of(first, DESIGN.alarms().get(1)),
                DESIGN.policies(),
                DESIGN.schedule());
    }
}
