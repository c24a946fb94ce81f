package io.beanpole.controller.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.controller.ControllerException;
import io.beanpole.controller.ControllerProperties;
import io.beanpole.controller.ControllerProperties.LaneProperties;
import io.beanpole.scaling.control.ControllerTuning;
import io.beanpole.scaling.control.LittleController;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final LaneProperties PROPERTIES = new LaneProperties(
            "http://localhost/queue",
            "app-standard",
            Duration.ofSeconds(30),
            2,
            Duration.ofSeconds(150),
            Duration.ofMinutes(2));
    private static final ControllerTuning TUNING = new ControllerTuning(
            Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofSeconds(30), 0);

    private final FakeLane lane = new FakeLane();
    private final Steering steering = new Steering(lane, PROPERTIES, new LittleController(TUNING));

    @Test
    void growsToWhatTheArrivalsNeedAndSaysWhy() {
        lane.inService("i-1", true);
        lane.arrivals = OptionalDouble.of(0.2);

        assertThat(steering.look())
                .isEqualTo("standard: 0.20 tasks/s take 6.0 slots, chance 0.0, 0 that wait 0.0: 3 instances; adds 2."
                        + " Set from 1 to 3.");
        assertThat(lane.grown).containsExactly(3);
    }

    @Test
    void endsOnlyIdleInstancesThatHadTheTimeToBoot() {
        lane.inService("i-busy", true);
        lane.inService("i-idle", false);
        steering.look();
        lane.now = lane.now.plusSeconds(160);
        lane.inService("i-new", false);

        assertThat(steering.look()).endsWith("Ended i-idle.");

        assertThat(lane.ended).containsExactly("i-idle");
    }

    @Test
    void whoBecameBusySinceTheLookStays() {
        lane.inService("i-1", true);
        lane.inService("i-2", false);
        steering.look();
        lane.now = lane.now.plusSeconds(160);
        lane.becomesBusyAfterTheLook = "i-2";

        assertThat(steering.look()).endsWith("Ended nobody: they have begun to work, or the minimum is reached.");
        assertThat(lane.ended).isEmpty();
    }

    @Test
    void leavesAGroupAloneThatSomebodyElseHasRaisedMeanwhile() {
        lane.inService("i-1", true);
        lane.arrivals = OptionalDouble.of(0.2);
        lane.grownByOthers = true;

        assertThat(steering.look()).endsWith("Set nothing: the group has been changed meanwhile.");
    }

    @Test
    void endsNobodyWhileTasksAreInFlightAndNoInstanceProtectsItself() {
        lane.inService("i-1", false);
        lane.inService("i-2", false);
        steering.look();
        lane.now = lane.now.plusSeconds(300);
        lane.inFlight = 1;
        steering.look();
        lane.now = lane.now.plusSeconds(300);

        assertThat(steering.look())
                .endsWith(
                        "Ended nobody: tasks are in flight, and yet no instance protects itself from scale-in, so who is"
                                + " idle can't be told.");
        assertThat(lane.ended).isEmpty();
    }

    @Test
    void keepsSlotsForAllThatIsInFlightWhoeverIsUnprotected() {
        lane.inService("i-busy", true);
        lane.inService("i-1", false);
        lane.inService("i-2", false);
        lane.inFlight = 3;
        steering.look();
        lane.now = lane.now.plusSeconds(300);
        steering.look();
        lane.now = lane.now.plusSeconds(300);
        steering.look();

        assertThat(lane.ended).hasSize(1);
    }

    @Test
    void changesNothingWhileSomethingHindersItAndSaysWhat() {
        lane.inService("i-1", true);
        lane.visible = 50;
        lane.hindrance = Optional.of("the environment is Updating, not Ready");

        assertThat(steering.look()).endsWith("Does nothing: the environment is Updating, not Ready.");
        assertThat(lane.grown).isEmpty();
    }

    @Test
    void neverGoesBelowTheGroupsMinimum() {
        lane.inService("i-1", false);
        steering.look();
        lane.now = lane.now.plusSeconds(300);
        steering.look();

        assertThat(lane.ended).isEmpty();
    }

    @Test
    void aTurnLooksSeveralTimesAndEnds() {
        lane.inService("i-1", true);

        assertThat(turns().turn()).hasSize(4);
    }

    @Test
    void aTurnInWhichNoLookSucceedsFailsWithTheReason() {
        lane.fault = Optional.of("Tried to look at lane standard, but access is denied.");

        assertThatThrownBy(() -> turns().turn())
                .isInstanceOf(ControllerException.class)
                .hasMessage(
                        "No lane could be steered in this turn. Tried to look at lane standard, but access is denied.");
        assertThat(lane.looks).isEqualTo(4);
    }

    @Test
    void theEndOfTheProcessEndsATurn() {
        lane.inService("i-1", true);
        Turns turns = turns();
        turns.stop();

        assertThat(turns.turn()).hasSize(1);
    }

    @Test
    void aLaneWithoutQueueIsRefusedAtTheStart() {
        LaneProperties none = new LaneProperties(
                "", "app-standard", Duration.ofSeconds(30), 2, Duration.ofSeconds(150), Duration.ofMinutes(2));

        assertThatThrownBy(() -> properties(Map.of("standard", none)))
                .hasMessage("The controller can't start: set CONTROLLER_LANES_STANDARD_QUEUE to the URL of the lane's"
                        + " queue.");
    }

    private Turns turns() {
        return new Turns(List.of(steering), properties(Map.of("standard", PROPERTIES)));
    }

    private static ControllerProperties properties(Map<String, LaneProperties> lanes) {
        return new ControllerProperties(null, Duration.ofMillis(30), Duration.ofMillis(100), lanes);
    }
}
