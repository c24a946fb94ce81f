package io.beanpole.cloud.beanstalk.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private final TrafficWindow traffic =
            new TrafficWindow(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void theWorstFindingIsTheStatusAndEachOneIsACause() {
        EnvironmentHealthView view = new Diagnosis()
                .found(HealthStatus.INFO, "One.")
                .found(HealthStatus.SEVERE, "Two.")
                .found(HealthStatus.WARNING, "Three.")
                .view();

        assertThat(view.status()).isEqualTo("Severe");
        assertThat(view.color()).isEqualTo("Red");
        assertThat(view.causes()).containsExactly("One.", "Two.", "Three.");
    }

    @Test
    void theShareOfFailingRequestsDecidesHowBadItIs() {
        answered(200, 95);
        answered(503, 5);
        assertThat(traffic()).isEqualTo(view(HealthStatus.WARNING, "5.0 % of the requests are failing with HTTP 5xx."));
        answered(500, 50);
        assertThat(traffic())
                .isEqualTo(view(HealthStatus.DEGRADED, "36.7 % of the requests are failing with HTTP 5xx."));
        answered(500, 100);
        assertThat(traffic()).isEqualTo(view(HealthStatus.SEVERE, "62.0 % of the requests are failing with HTTP 5xx."));
    }

    @Test
    void aFewFailuresOfAFewRequestsSayNothing() {
        answered(500, 19);

        assertThat(traffic()).isEqualTo(new Diagnosis().view());
    }

    @Test
    void someRefusedRequestsAreNormalForAServerOnTheWeb() {
        answered(200, 90);
        answered(404, 10);

        assertThat(traffic().health()).isEqualTo(HealthStatus.OK);
    }

    private void answered(int status, int times) {
        for (int i = 0; i < times; i++) {
            traffic.add(status, Duration.ofMillis(1));
        }
    }

    private EnvironmentHealthView traffic() {
        return new Diagnosis().looked(traffic.summary()).view();
    }

    private static EnvironmentHealthView view(HealthStatus status, String cause) {
        return new Diagnosis().found(status, cause).view();
    }
}
