package io.beanpole.cloud.beanstalk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.Pace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthGateTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Halt halt = new Halt();

    @Test
    void webInstancesPassTwelveChecksAndWorkersEighteenTenSecondsApart() {
        assertThat(HealthGate.of(false, Pace.AS_ON_AWS)).isEqualTo(new HealthGate(12, Duration.ofSeconds(10)));
        assertThat(HealthGate.of(true, Pace.AS_ON_AWS)).isEqualTo(new HealthGate(18, Duration.ofSeconds(10)));
        assertThat(HealthGate.of(true, new Pace(100)).apart()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void oneBadCheckBeginsTheCountAnew() {
        AtomicInteger checks = new AtomicInteger();

        List<String> failing = new HealthGate(3, Duration.ofMillis(1))
                .failing(List.of("i-1"), id -> checks.incrementAndGet() != 3, Duration.ofSeconds(20), halt);

        assertThat(failing).isEmpty();
        assertThat(checks).hasValue(6);
    }

    @Test
    void whoDoesNotPassInTimeIsTold() {
        List<String> failing = new HealthGate(2, Duration.ofMillis(1))
                .failing(List.of("well", "ill"), id -> id.equals("well"), SHORT, halt);

        assertThat(failing).containsExactly("ill");
    }

    @Test
    void aHaltEndsTheWait() {
        halt.call();

        List<String> failing = new HealthGate(12, Duration.ofMinutes(1))
                .failing(List.of("i-1"), id -> true, Duration.ofMinutes(1), halt);

        assertThat(failing).containsExactly("i-1");
    }
}
