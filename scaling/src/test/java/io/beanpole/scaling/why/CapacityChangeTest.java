package io.beanpole.scaling.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityChangeTest {
    private static final Instant THEN = Instant.parse("2026-11-21T14:00:00Z");

    @Test
    void namesOfAlarmsAndPoliciesMayHaveSpaces() {
        assertThat(in("At 2026-11-21T14:00:00Z a monitor alarm Too many wait in state ALARM triggered policy Add two"
                        + " at once changing the desired capacity from 1 to 3."))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.alarm()).isEqualTo("Too many wait");
                    assertThat(change.policy()).isEqualTo("Add two at once");
                    assertThat(change.after()).isEqualTo(3);
                });
    }

    @Test
    void aChangeIsReadFromItsOwnSentenceOnly() {
        assertThat(in(
                        "At 2026-11-21T13:00:00Z an instance was marked unhealthy.  At 2026-11-21T14:00:00Z a user request"
                                + " update of AutoScalingGroup constraints to min: 1, max: 4, desired: 2 changing the desired"
                                + " capacity from 1 to 2."))
                .singleElement()
                .satisfies(change -> assertThat(change.at()).isEqualTo(THEN));
    }

    @Test
    void anInstanceThatSomebodyEndedWithItsPlaceIsOne() {
        assertThat(in("At 2026-11-21T14:00:00Z instance i-1 was taken out of service in response to a user request,"
                        + " shrinking the capacity from 3 to 2."))
                .containsExactly(new CapacityChange(
                        THEN, 3, 2, "", "", "instance i-1 was taken out of service in response to a user request"));
    }

    @Test
    void whatIsDoneAboutADifferenceIsNone() {
        assertThat(in("At 2026-11-21T14:00:00Z an instance was taken out of service in response to a difference between"
                        + " desired and actual capacity, shrinking the capacity from 2 to 1."))
                .isEmpty();
    }

    private static List<CapacityChange> in(String cause) {
        return CapacityChange.in(
                new GroupActivityRecord(THEN, THEN, "Successful", "Terminating EC2 instance: i-1", cause, ""));
    }
}
