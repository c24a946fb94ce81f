package io.beanpole.deploy.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedRightsTest {
    private static final String UPDATE = "elasticbeanstalk:UpdateEnvironment";
    private static final String SEND = "sqs:SendMessage";

    private final LearnedRights learned = new LearnedRights(Clock.systemUTC());
    private final Rights rights = new AwsRights(learned);

    @Test
    void onlyARightThatWasRefusedIsMissing() {
        learned.refused(UPDATE);

        assertThat(rights.missing(List.of(UPDATE, SEND))).containsExactly(UPDATE);
        assertThat(rights.missing(List.of(SEND))).isEmpty();
    }

    @Test
    void aCallThatIsAnsweredGivesTheRightBack() {
        learned.refused(UPDATE);
        learned.granted(UPDATE);

        assertThat(rights.missing(List.of(UPDATE))).isEmpty();
    }

    @Test
    void aRightIsTheSameHoweverTheRefusalWritesItsLetters() {
        learned.refused("sqs:sendmessage");

        assertThat(rights.missing(List.of(SEND))).containsExactly(SEND);
        learned.granted(SEND);
        assertThat(rights.missing(List.of(SEND))).isEmpty();
    }

    @Test
    void anOldLessonIsForgottenBecauseTheRightMayHaveBeenGiven() {
        var start = Instant.parse("2026-03-01T12:00:00Z");
        var ticking = new TickingClock(start);
        var old = new LearnedRights(ticking);
        old.refused(UPDATE);
        ticking.now = start.plus(Duration.ofMinutes(16));

        assertThat(new AwsRights(old).missing(List.of(UPDATE))).isEmpty();
    }

    /** A clock that the test sets. */
    private static final class TickingClock extends Clock {
        private Instant now;

        TickingClock(Instant start) {
            now = start;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
