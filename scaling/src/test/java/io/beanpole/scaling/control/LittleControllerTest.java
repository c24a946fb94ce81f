package io.beanpole.scaling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LittleControllerTest {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private static final ControllerTuning TUNING = new ControllerTuning(
            Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(30), 0);

    private final LittleController controller = new LittleController(TUNING);

    @Test
    void littlesLawSaysHowManyInstancesAnArrivalRateNeeds() {
        // One task a second takes 30 s, so 30 are under way, on instances of two slots each.
        ControlDecision decision = controller.decide(seen(0, 0, 0, OptionalDouble.of(1), 4, 0));

        assertThat(decision.desired()).isEqualTo(15);
        assertThat(decision.why())
                .isEqualTo("1.00 tasks/s take 30.0 slots, chance 0.0, 0 that wait 0.0: 15 instances; adds 11.");
    }

    @Test
    void whatWaitsIsToBeBegunWithinTheCatchUpTime() {
        assertThat(controller
                        .decide(seen(0, 20, 0, OptionalDouble.empty(), 4, 0))
                        .desired())
                .isEqualTo(10);
    }

    @Test
    void arrivalsAreSeenLiveBeforeCloudWatchTellsThem() {
        controller.decide(seen(0, 0, 8, OptionalDouble.of(0.25), 4, 0));
        ControlDecision decision = controller.decide(seen(15, 30, 8, OptionalDouble.of(0.25), 4, 0));

        assertThat(decision.desired()).isGreaterThan(20);
    }

    @Test
    void neverWantsMoreThanTheMaximumAndSaysSo() {
        ControlDecision decision = controller.decide(seen(0, 900, 0, OptionalDouble.empty(), 4, 0));

        assertThat(decision.desired()).isEqualTo(40);
        assertThat(decision.why()).endsWith("450 instances, of which the maximum allows 40; adds 36.");
    }

    @Test
    void whatWasNeededStaysForAWhileAndThenOnlyIdleOnesGo() {
        controller.decide(seen(0, 0, 0, OptionalDouble.of(0.5), 8, 0));

        assertThat(controller
                        .decide(seen(120, 0, 4, OptionalDouble.of(0.1), 8, 6))
                        .desired())
                .isEqualTo(8);
        ControlDecision later = controller.decide(seen(420, 0, 4, OptionalDouble.of(0.1), 8, 3));
        assertThat(later.idleToEnd()).isEqualTo(3);
        assertThat(later.desired()).isEqualTo(5);
        ControlDecision busy = controller.decide(seen(735, 0, 4, OptionalDouble.of(0.1), 8, 0));
        assertThat(busy.idleToEnd()).isZero();
        assertThat(busy.desired()).isEqualTo(8);
        assertThat(busy.why()).endsWith("none of 8 is idle.");
    }

    @Test
    void kedasRuleHoldsTheLargestOfFiveMinutes() {
        KedaController keda = new KedaController(5);

        assertThat(keda.decide(seen(0, 42, 8, OptionalDouble.empty(), 1, 0)).desired())
                .isEqualTo(10);
        assertThat(keda.decide(seen(240, 0, 3, OptionalDouble.empty(), 10, 0)).desired())
                .isEqualTo(10);
        assertThat(keda.decide(seen(301, 0, 3, OptionalDouble.empty(), 10, 0)).desired())
                .isEqualTo(1);
    }

    private static Observation seen(
            int seconds, int visible, int inFlight, OptionalDouble perSecond, int desired, int idle) {
        return new Observation(
                START.plusSeconds(seconds),
                visible,
                inFlight,
                perSecond,
                Duration.ofSeconds(30),
                2,
                new GroupSize(1, 40, desired),
                desired,
                0,
                idle);
    }
}
