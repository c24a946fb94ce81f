package io.beanpole.cloud.beanstalk.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthThresholdTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final TrafficWindow traffic = new TrafficWindow(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anInstanceWithoutRequestsPassesWhenItIsUpWhateverVersionTheEnvironmentExpects() {
        assertThat(isPassed("Ok", InstanceState.OK)).isTrue();
        assertThat(isPassed("Ok", InstanceState.FAILING)).isFalse();
        assertThat(isPassed("Degraded", InstanceState.FAILING)).isFalse();
        assertThat(isPassed("Severe", InstanceState.FAILING)).isTrue();
        assertThat(isPassed("Severe", InstanceState.PENDING)).isFalse();
    }

    @Test
    void theShareOfFailedRequestsIsHeldAgainstTheThreshold() {
        answered(200, 90);
        answered(500, 10);
        assertThat(passed()).containsExactly("Warning", "Degraded", "Severe");
        answered(500, 40);
        assertThat(passed()).containsExactly("Degraded", "Severe");
        answered(500, 300);
        assertThat(passed()).containsExactly("Severe");
    }

    @Test
    void refusedRequestsCountUnlessTheConfigDocumentSaysOtherwise() {
        answered(404, 100);

        assertThat(isPassed("Ok", InstanceState.OK)).isFalse();
        assertThat(HealthThreshold.of(settings(Map.of("ConfigDocument", """
                        {"Rules": {"Environment": {"Application": {"ApplicationRequests4xx": {"Enabled": false}}}},
                         "Version": 1}
                        """)))
                        .isPassedBy(instance(InstanceState.OK), NOW))
                .isTrue();
    }

    private List<String> passed() {
        return List.of("Ok", "Warning", "Degraded", "Severe").stream()
                .filter(each -> isPassed(each, InstanceState.OK))
                .toList();
    }

    private boolean isPassed(String threshold, InstanceState state) {
        return HealthThreshold.of(settings(Map.of("HealthCheckSuccessThreshold", threshold)))
                .isPassedBy(instance(state), NOW);
    }

    private static OptionSettings settings(Map<String, String> options) {
        return new OptionSettings(List.of(Map.of("aws:elasticbeanstalk:healthreporting:system", options)));
    }

    private WatchedInstance instance(InstanceState state) {
        return new WatchedInstance(
                "i-1",
                NOW.minusSeconds(60),
                state,
                "",
                Optional.empty(),
                traffic,
                false,
                new DeploymentReport("v2", 2, "Deployed", NOW.minusSeconds(30)));
    }

    private void answered(int status, int times) {
        for (int i = 0; i < times; i++) {
            traffic.add(status, Duration.ofMillis(1));
        }
    }
}
