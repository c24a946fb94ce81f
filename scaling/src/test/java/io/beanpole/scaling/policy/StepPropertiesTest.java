package io.beanpole.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of every step policy, over thousands that are made at random. */
class StepPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final double OPEN = Double.POSITIVE_INFINITY;
    private static final int POLICIES = 3_000;

    @Test
    void exactlyOneStepCoversEachBreachOfASideThatHasSteps() {
        Random random = new Random(21);
        for (int i = 0; i < POLICIES; i++) {
            List<Step> above = above(random);
            List<Step> below = mirrored(above);

            double distance = random.nextBoolean() ? random.nextInt(40) : random.nextDouble(40);

            assertThat(above.stream().filter(each -> each.covers(distance))).hasSize(1);
            assertThat(below.stream().filter(each -> each.covers(-distance))).hasSize(1);
            assertThat(above.stream().filter(each -> each.covers(-distance - 0.01)))
                    .isEmpty();
        }
    }

    @Test
    void aLargerBreachNeverGivesASmallerCapacity() {
        Random random = new Random(22);
        for (int i = 0; i < POLICIES; i++) {
            AdjustmentType type = AdjustmentType.values()[random.nextInt(3)];
            StepPolicy policy = new StepPolicy("p", type, above(random), 0, Duration.ZERO);
            GroupSize size = new GroupSize(0, 30, random.nextInt(31));
            GroupActivity activity = new GroupActivity(NOW, true, random.nextInt(size.desired() + 1), 0, null);
            double small = random.nextDouble(40);
            double large = small + random.nextDouble(20);

            assertThat(policy.decide(size, activity, new Breach(100 + large, 100))
                            .after())
                    .isGreaterThanOrEqualTo(policy.decide(size, activity, new Breach(100 + small, 100))
                            .after());
        }
    }

    @Test
    void onlyTheDistanceFromTheThresholdCounts() {
        Random random = new Random(23);
        for (int i = 0; i < POLICIES; i++) {
            StepPolicy policy = new StepPolicy("p", AdjustmentType.CHANGE_IN_CAPACITY, above(random), 0, Duration.ZERO);
            GroupSize size = new GroupSize(0, 30, random.nextInt(31));
            int distance = random.nextInt(40);
            int moved = random.nextInt(1_000);

            assertThat(policy.decide(size, GroupActivity.quiet(NOW), new Breach(distance + moved, moved))
                            .after())
                    .isEqualTo(policy.decide(size, GroupActivity.quiet(NOW), new Breach(distance, 0))
                            .after());
        }
    }

    /** One to five steps from the threshold upwards, without a gap, of which each adds more than the one before. */
    private static List<Step> above(Random random) {
        List<Step> steps = new ArrayList<>();
        double from = 0;
        int amount = random.nextInt(3);
        int last = random.nextInt(5);
        for (int i = 0; i <= last; i++) {
            double to = i == last ? OPEN : from + 1 + random.nextInt(10);
            steps.add(new Step(from, to, amount));
            from = to;
            amount += 1 + random.nextInt(4);
        }
        return steps;
    }

    private static List<Step> mirrored(List<Step> steps) {
        return steps.stream()
                .map(each -> new Step(-each.upper(), each.lower() == 0 ? 0 : -each.lower(), -each.amount()))
                .toList();
    }
}
