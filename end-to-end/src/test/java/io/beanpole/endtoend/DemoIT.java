package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.endtoend.demo.DemoTask;
import io.beanpole.endtoend.demo.Findings;
import io.beanpole.endtoend.demo.GroupActivity;
import io.beanpole.endtoend.demo.Report;
import io.beanpole.endtoend.demo.Sample;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole mission: messages pile up, an alarm adds instances, they drain the queue, and go. */
@InTheHouse
class DemoIT {
    private static Findings findings;

    @BeforeAll
    static void await(Flood flood) {
        findings = flood.findings();
        new Report(findings).lines().forEach(System.out::println);
    }

    @Test
    void standardGrowsAndIsBackAtItsMinimum() {
        assertThat(findings.mostDesired()).isGreaterThan(1);
        assertThat(findings.isBackAtMinimum()).isTrue();
        assertThat(findings.samples().get(findings.samples().size() - 1).desired())
                .isEqualTo(1);
        assertThat(findings.samples()).extracting(Sample::inService).anyMatch(inService -> inService > 1);
    }

    @Test
    void everyActivityIsTheDoingOfAnAlarmThatItNames() {
        assertThat(findings.activities())
                .isNotEmpty()
                .extracting(GroupActivity::cause)
                .allMatch(cause -> cause.matches("(?s).*a monitor alarm \\S+ in state ALARM triggered policy \\S+ .*"));
    }

    @Test
    void anExpressTaskStartsWithinTwoSecondsWhileStandardWaits() {
        assertThat(findings.waits("express").median()).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(findings.waits("standard").median())
                .isGreaterThan(findings.waits("express").longest());
    }

    @Test
    void everyTaskSucceedsExactlyOnce() {
        assertThat(findings.tasks())
                .hasSizeGreaterThan(Flood.SMALL_CUTS.tasks())
                .allMatch(DemoTask::hasSucceeded);
        assertThat(findings.withoutExactlyOneResult()).isEmpty();
        assertThat(findings.deadLetters()).isZero();
        assertThat(findings.isNothingLost()).isTrue();
    }

    @Test
    void aTaskThatIsMovedUpBeginsAtOnceAndLeavesTheFloodBehind() {
        assertThat(findings.movedUp().task().lane()).isEqualTo("express");
        assertThat(findings.movedUp().waitedThere().orElseThrow()).isLessThan(Duration.ofSeconds(15));
        assertThat(findings.overtaken()).isGreaterThan(Flood.SMALL_CUTS.tasks() / 2);
    }

    @Test
    void instancesAreProtectedWhileTheyWorkAndNoneIsWhenAllIsDone() {
        assertThat(findings.mostProtected()).isGreaterThan(1);
        assertThat(findings.samples())
                .filteredOn(sample -> sample.inFlight() > 0)
                .extracting(Sample::shielded)
                .contains(findings.mostProtected());
        assertThat(findings.samples().get(findings.samples().size() - 1).shielded())
                .isZero();
        assertThat(findings.protectedMinutes()).isPositive();
        assertThat(findings.redelivered())
                .as("tasks that scale-in or a stray cost an attempt")
                .isZero();
    }
}
