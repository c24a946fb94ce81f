package io.beanpole.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a deployment does to instances and to the messages that they work on. */
class RisksTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void withoutADrainWhatTheApplicationHasIsDoneTwice() {
        var risk = risk(7, "AllAtOnce", Optional.empty());

        assertThat(risk.atWork()).isEqualTo(6);
        assertThat(risk.duplicates()).isEqualTo(6);
        assertThat(risk.words())
                .isEqualTo("4 waiting, 7 in flight: no drain hook is switched on, so that up to 6 messages are worked"
                        + " on a second time");
    }

    @Test
    void drainedNothingIsDoneTwice() {
        assertThat(risk(7, "Rolling", Optional.of(Duration.ofSeconds(60))).duplicates())
                .isZero();
    }

    @Test
    void aDrainDoesNotHelpWhereThePresentInstancesAreTerminated() {
        var risk = risk(2, "Immutable", Optional.of(Duration.ofSeconds(60)));

        assertThat(risk.duplicates()).isEqualTo(2);
        assertThat(risk.words()).contains("on which the drain hook doesn't run");
    }

    @Test
    void aPercentageOfInstancesIsRoundedUp() {
        var rolling = Replacements.of("Rolling", 5, Optional.of(30), false);

        assertThat(rolling.batchSize()).isEqualTo(2);
        assertThat(rolling.batches()).isEqualTo(3);
        assertThat(Replacements.of("RollingWithAdditionalBatch", 5, Optional.of(2), true)
                        .launched())
                .isEqualTo(2);
        assertThat(Replacements.of("Immutable", 5, Optional.empty(), false).launched())
                .isEqualTo(5);
        assertThat(Replacements.of("AllAtOnce", 0, Optional.empty(), false).batches())
                .isZero();
    }

    @Test
    void onlyUpdatesThatBroughtAVersionTellHowLongOneTakes() {
        var times = UpdateTimes.of(List.of(
                event(0, "Environment update is starting."),
                event(10, "New application version was deployed to running EC2 instances."),
                event(20, "Environment update completed successfully."),
                event(30, "Environment update is starting."),
                event(31, "Updating environment shop's configuration settings."),
                event(90, "Environment update completed successfully.")));

        assertThat(times).containsEntry("shop", Duration.ofSeconds(20));
    }

    @Test
    void aTextThatChangedIsShownWithALittleAround() {
        assertThat(LineDiff.of("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng"))
                .containsExactly(" b", " c", "-d", "+X", " e", " f");
    }

    private static LaneRisk risk(long inFlight, String policy, Optional<Duration> drain) {
        return new LaneRisks(new QueueFact("q", 4, inFlight, true), 2, 3, policy, drain).risk();
    }

    private static EventFact event(int second, String message) {
        return new EventFact("shop", NOON.plusSeconds(second), message);
    }
}
