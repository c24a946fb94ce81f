package io.beanpole.deploy.cli.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTextTest {
    private static final MomentText AT_HALF_PAST_TWO =
            new MomentText(Clock.fixed(Instant.parse("2026-11-21T13:30:00Z"), ZoneId.of("Europe/Zurich")));

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-21T13:30:00Z",
        "-10m, 2026-11-21T13:20:00Z",
        "14:05, 2026-11-21T13:05:00Z",
        "14:05:30, 2026-11-21T13:05:30Z",
        "23:00, 2026-11-20T22:00:00Z",
        "2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00+01:00, 2026-11-20T07:00:00Z",
        "2026-11-20T08:00, 2026-11-20T07:00:00Z"
    })
    void aMomentIsReadAsAPersonThereMeansIt(String text, Instant moment) {
        assertThat(AT_HALF_PAST_TWO.read(text)).isEqualTo(moment);
    }

    @Test
    void theFutureIsRefused() {
        assertThatThrownBy(() -> AT_HALF_PAST_TWO.read("2026-11-22T08:00:00Z"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is in the future");
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> AT_HALF_PAST_TWO.read("yesterday"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("'yesterday' is no time");
    }
}
