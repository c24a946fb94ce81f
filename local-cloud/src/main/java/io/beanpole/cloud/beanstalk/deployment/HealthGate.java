package io.beanpole.cloud.beanstalk.deployment;

import io.beanpole.cloud.Pace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a batch must pass before the next one begins: so many good checks of each instance in a row, ten seconds apart;
 * one bad check begins the count of that instance anew (evidence: [D], reference 1.9 and 3.6).
 *
 * @param checks how many in a row
 * @param apart the time between two
 */
public record HealthGate(int checks, Duration apart) {
    private static final Duration APART = Duration.ofSeconds(10);
    private static final int OF_WEB = 12;
    private static final int OF_WORKERS = 18;

    /** Twelve checks in two minutes for the web tier, eighteen in three for workers [D]. */
    public static HealthGate of(boolean isWorker, Pace pace) {
        return new HealthGate(isWorker ? OF_WORKERS : OF_WEB, pace.of(APART));
    }

    /**
     * Waits until all have passed.
     *
     * @param timeout how much longer than the checks themselves take it may last
     * @param halt ends the wait
     * @return those that did not pass; all that were left when it was halted
     */
    public <T> List<T> failing(List<T> all, Predicate<T> isHealthy, Duration timeout, Halt halt) {
        Map<T, Integer> passed = new HashMap<>();
        long deadline =
                System.nanoTime() + timeout.plus(apart.multipliedBy(checks)).toNanos();
        while (true) {
            for (T each : all) {
                if (passed.getOrDefault(each, 0) < checks) {
                    passed.merge(each, 1, (before, one) -> before + one);
                    if (!isHealthy.test(each)) {
                        passed.put(each, 0);
                    }
                }
            }
            List<T> missing = all.stream()
                    .filter(each -> passed.getOrDefault(each, 0) < checks)
                    .toList();
            if (missing.isEmpty() || System.nanoTime() > deadline || halt.within(apart)) {
                return missing;
            }
        }
    }
}
