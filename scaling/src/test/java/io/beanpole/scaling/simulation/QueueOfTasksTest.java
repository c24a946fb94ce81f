package io.beanpole.scaling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueueOfTasksTest {
    @Test
    void whatWaitsComesOutInItsOrderWhateverComesBack() {
        SplittableRandom random = new SplittableRandom(1);
        WaitingTasks waiting = new WaitingTasks();
        Deque<Long> expected = new ArrayDeque<>();
        for (long i = 0; i < 20_000; i++) {
            switch (random.nextInt(5)) {
                case 0, 1, 2 -> {
                    waiting.add(i);
                    expected.addLast(i);
                }
                case 3 -> {
                    waiting.putBack(i);
                    expected.addFirst(i);
                }
                default -> {
                    if (!expected.isEmpty()) {
                        assertThat(waiting.oldest()).isEqualTo(expected.getFirst());
                        assertThat(waiting.take()).isEqualTo(expected.removeFirst());
                    }
                }
            }
            assertThat(waiting.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void whatEndsFirstComesFirst() {
        SplittableRandom random = new SplittableRandom(2);
        Completions completions = new Completions();
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            long end = random.nextLong(1_000);
            completions.add(end, i, 0);
            ends.add(end);
        }
        ends.sort(null);

        for (long end : ends) {
            assertThat(completions.firstEnd()).isEqualTo(end);
            completions.removeFirst();
        }
        assertThat(completions.isEmpty()).isTrue();
    }

    @Test
    void percentilesOfWaitsAreThoseOfTheirTenthsOfASecond() {
        Waits waits = new Waits(120_000);
        for (int i = 1; i <= 1000; i++) {
            waits.add(i * 200L);
        }

        assertThat(waits.percentile(0.5)).isEqualTo(100_000);
        assertThat(waits.percentile(0.99)).isEqualTo(198_000);
        assertThat(waits.missed()).isEqualTo(400);
    }

    @Test
    void serviceTimesHaveTheMeanAndTheSpreadThatWereAskedFor() {
        for (double spread : new double[] {0.2, 0.5, 1, 1.5}) {
            ServiceTimes times = new ServiceTimes(30_000, spread, 3);
            double sum = 0;
            double squares = 0;
            int count = 200_000;
            for (int i = 0; i < count; i++) {
                double time = times.next();
                sum += time;
                squares += time * time;
            }
            double mean = sum / count;
            double deviation = Math.sqrt(squares / count - mean * mean);
            assertThat(mean).isBetween(29_500.0, 30_500.0);
            assertThat(deviation / mean).isBetween(spread * 0.97, spread * 1.03);
        }
    }

    @Test
    void theLowerBoundIsTheWorkOverTheSlotsAndTheMinimumAtLeast() {
        LowerBound bound = new LowerBound(0, 2, 1);
        // In the second minute eight tasks of 30 s: four minutes of work over two slots are two instances.
        for (int i = 0; i < 8; i++) {
            bound.add(60_000, 30_000);
        }

        assertThat(bound.hours(180_000) * 60).isEqualTo(1 + 2 + 1);
    }
}
