package io.beanpole.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of every policy that tracks a target, over thousands that are made at random. */
class TargetPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final int POLICIES = 3_000;

    /** A policy and a group in which nothing goes on. */
    private record Tracked(TargetTrackingPolicy policy, GroupSize size) {
        static Tracked at(Random random, boolean keepsSize) {
            int min = 1 + random.nextInt(3);
            int max = min + random.nextInt(40);
            GroupSize size = new GroupSize(min, max, min + random.nextInt(max - min + 1));
            double target = 0.5 + random.nextDouble(50);
            return new Tracked(new TargetTrackingPolicy("p", target, keepsSize, Duration.ZERO), size);
        }

        ScalingDecision decide(double value) {
            return policy.decide(size, GroupActivity.quiet(NOW), new Breach(value, policy.target()));
        }
    }

    @Test
    void theCapacityIsTheSmallestAtWhichTheShareOfEachIsNoMoreThanTheTarget() {
        Random random = new Random(31);
        for (int i = 0; i < POLICIES; i++) {
            Tracked tracked = Tracked.at(random, false);
            double value = random.nextDouble(150);
            double load = value * tracked.size().desired();

            int after = tracked.decide(value).after();

            double target = tracked.policy().target() * (1 + 1e-6);
            assertThat(after).isBetween(tracked.size().min(), tracked.size().max());
            assertThat(after == tracked.size().max() || load / after <= target).isTrue();
            assertThat(after == tracked.size().min()
                            || load / (after - 1) > tracked.policy().target())
                    .isTrue();
        }
    }

    @Test
    void aLargerValueNeverGivesASmallerCapacity() {
        Random random = new Random(32);
        for (int i = 0; i < POLICIES; i++) {
            Tracked tracked = Tracked.at(random, random.nextBoolean());
            double value = random.nextDouble(100);

            assertThat(tracked.decide(value + random.nextDouble(50)).after())
                    .isGreaterThanOrEqualTo(tracked.decide(value).after());
        }
    }

    @Test
    void oneThatKeepsItsSizeNeverRemovesAnInstance() {
        Random random = new Random(33);
        for (int i = 0; i < POLICIES; i++) {
            Tracked tracked = Tracked.at(random, true);

            assertThat(tracked.decide(random.nextDouble(100)).after())
                    .isGreaterThanOrEqualTo(tracked.size().desired());
        }
    }
}
