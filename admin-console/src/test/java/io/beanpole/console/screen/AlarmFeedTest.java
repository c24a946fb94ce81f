package io.beanpole.console.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.alarm.Acknowledgement;
import io.beanpole.deploy.alarm.AlarmCare;
import io.beanpole.deploy.alarm.AlarmKind;
import io.beanpole.deploy.alarm.BoardAlarm;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmFeedTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");

    private final AlarmFeed feed = new AlarmFeed();

    @Test
    void whatStoodWhenTheConsoleConnectedIsNoNews() {
        feed.update(List.of(alarm("a", "ALARM", NOW)), NOW);

        assertThat(feed.raisedProperty().get()).isEmpty();
        assertThat(feed.ringingProperty().get()).isEqualTo(1);
    }

    @Test
    void aRaiseIsNewsOnceAndTheNextRaiseAgain() {
        feed.update(List.of(alarm("a", "OK", NOW)), NOW);
        feed.update(List.of(alarm("a", "ALARM", NOW.plusSeconds(60))), NOW);
        assertThat(feed.raisedProperty().get()).hasSize(1);
        feed.update(List.of(alarm("a", "ALARM", NOW.plusSeconds(60))), NOW);
        assertThat(feed.raisedProperty().get()).isEmpty();

        feed.update(List.of(alarm("a", "ALARM", NOW.plusSeconds(300))), NOW);

        assertThat(feed.raisedProperty().get()).hasSize(1);
    }

    @Test
    void anAcknowledgementHoldsForTheRaiseThatWasMeant() {
        var raised = alarm("a", "ALARM", NOW);
        var until = NOW.plus(Duration.ofHours(1));
        var care = raised.care().withAcknowledgement(Optional.of(new Acknowledgement("Anna", "", NOW, until, NOW)));

        assertThat(raised.with(care).isRinging(NOW)).isFalse();
        assertThat(raised.with(care).isRinging(until)).isTrue();
        assertThat(alarm("a", "ALARM", NOW.plusSeconds(600)).with(care).isRinging(NOW.plusSeconds(600)))
                .isTrue();
    }

    @Test
    void givingAnAlarmBackIsNoNewsForTheOneWhoDidIt() {
        var raised = alarm("a", "ALARM", NOW);
        feed.update(List.of(alarm("a", "OK", NOW)), NOW);
        feed.update(
                List.of(raised.with(raised.care()
                        .withAcknowledgement(
                                Optional.of(new Acknowledgement("Anna", "", NOW, NOW.plusSeconds(60), NOW))))),
                NOW);

        feed.update(raised.care(), NOW);
        feed.update(List.of(raised), NOW);

        assertThat(feed.ringingProperty().get()).isEqualTo(1);
        assertThat(feed.raisedProperty().get()).isEmpty();
    }

    private static BoardAlarm alarm(String name, String state, Instant since) {
        var summary = new AlarmSummary(
                name, state, "", since, "Depth", ">=", 1, Duration.ofMinutes(1), 1, 1, "missing", List.of("policy"));
        return new BoardAlarm(
                summary, AlarmKind.QUEUE, "queue", "shop", "shop-one", "one", AlarmCare.none(name, "shop", "shop-one"));
    }
}
