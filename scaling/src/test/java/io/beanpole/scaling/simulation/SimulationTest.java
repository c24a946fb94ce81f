package io.beanpole.scaling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.Statistic;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.PurchaseMix;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    @Test
    void sameInputsGiveTheSameResult() {
        Trace trace = Traces.named("poisson");

        SimulationResult first = Simulation.run(Contender.of(steps()), trace, Workload.BENCH);
        SimulationResult second = Simulation.run(Contender.of(steps()), Traces.named("poisson"), Workload.BENCH);

        assertThat(second.waits()).isEqualTo(first.waits());
        assertThat(second.decisions()).isEqualTo(first.decisions());
        assertThat(second.instanceHours()).isEqualTo(first.instanceHours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "burst", "diurnal", "sawtooth", "poisson"})
    void theFloorMissesLessThanCommonPoliciesAndWhoKeepsASpareMissesLessThanTheFloor(String name) {
        Trace trace = Traces.named(name);

        SimulationResult steps = Simulation.run(Contender.of(steps()), trace, Workload.BENCH);
        SimulationResult floor = Simulation.run(ReactiveFloor.between(1, 60), trace, Workload.BENCH);
        SimulationResult spare = Simulation.run(ReactiveFloor.between(60, 60), trace, Workload.BENCH);

        assertThat(floor.missed()).isLessThanOrEqualTo(steps.missed());
        assertThat(spare.missed()).isZero();
        assertThat(steps.tasks()).isEqualTo(trace.total());
        assertThat(steps.instanceHours()).isGreaterThan(steps.lowerBoundHours());
    }

    @Test
    void workersThatProtectThemselvesLoseNoTaskAtScaleInAndOthersLoseSomeThatAreDoneLater() {
        Trace trace = Traces.named("sawtooth");
        Contender unprotected = new Contender("unprotected", steps(), Optional.empty(), false);

        SimulationResult safe = Simulation.run(Contender.of(steps()), trace, Workload.BENCH);
        SimulationResult unsafe = Simulation.run(unprotected, trace, Workload.BENCH);

        assertThat(safe.killed()).isZero();
        assertThat(unsafe.killed()).isPositive();
        assertThat(unsafe.tasks()).isEqualTo(trace.total());
        assertThat(unsafe.waits().longest()).isGreaterThan(safe.waits().p99());
    }

    @Test
    void protectionThatComesASecondTooLateHitsTasksAndOnlyWhoHandsThemBackKillsNone() {
        Trace trace = Traces.named("diurnal");
        SelfProtection late = new SelfProtection(Duration.ofSeconds(5), Duration.ZERO, false);
        SelfProtection mild = new SelfProtection(Duration.ofSeconds(5), Duration.ZERO, true);
        SelfProtection atOnce = new SelfProtection(Duration.ZERO, Duration.ZERO, false);

        SimulationResult killing = Simulation.run(Contender.of(steps()), trace, Workload.BENCH.with(late));
        SimulationResult givingBack = Simulation.run(Contender.of(steps()), trace, Workload.BENCH.with(mild));
        SimulationResult oracle = Simulation.run(Contender.of(steps()), trace, Workload.BENCH.with(atOnce));

        assertThat(killing.killed()).isPositive();
        assertThat(givingBack.killed()).isZero();
        assertThat(givingBack.handedBack()).isPositive();
        assertThat(oracle.killed() + oracle.handedBack()).isZero();
    }

    @Test
    void workersThatAreToldOfASpotInterruptionFinishOrHandBackAndOthersLoseTheTask() {
        Trace trace = Traces.named("step");
        SpotModel spot = new SpotModel(new PurchaseMix(2, 0), 1, 0.2);
        Workload workload = with(spot, Duration.ofMinutes(4));
        Contender unprotected = new Contender("unprotected", steps(), Optional.empty(), false);

        SimulationResult told = Simulation.run(Contender.of(steps()), trace, workload);
        SimulationResult lost = Simulation.run(unprotected, trace, workload);

        assertThat(told.killed()).isZero();
        assertThat(told.handedBack()).isPositive();
        assertThat(lost.killed()).isPositive();
        assertThat(lost.handedBack()).isZero();
    }

    @Test
    void aScheduledSizeIsThereWhenItWasPlanned() {
        ScalingDesign steps = steps();
        ScalingDesign planned = new ScalingDesign(
                "planned",
                1,
                40,
                steps.cooldown(),
                null,
                List.of(),
                List.of(),
                List.of(new PlannedSize(
                        "morning", Recurrence.of("55 5 * * *", ZoneOffset.UTC), new ScheduledSize(28, 40, null))));

        SimulationResult result = Simulation.run(Contender.of(planned), Traces.named("step"), Workload.BENCH);

        assertThat(result.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.at()).isEqualTo("2026-01-05T05:55:00Z");
            assertThat(decision.after()).isEqualTo(28);
        });
        assertThat(result.peak()).isEqualTo(28);
    }

    @Test
    void aBurstShorterThanABootMissesEvenAtTheFloor() {
        int[] arrivals = new int[60];
        Arrays.fill(arrivals, 30, 31, 300);
        Trace burst = new Trace("burst", Instant.parse("2026-01-05T00:00:00Z"), Duration.ofMinutes(1), arrivals);

        SimulationResult floor = Simulation.run(ReactiveFloor.between(1, 40), burst, Workload.BENCH);

        // The maximum is there 150 s after the first task waits; by then nearly all have waited too long.
        assertThat(floor.missedPart()).isBetween(0.9, 1.0);
        assertThat(floor.peak()).isEqualTo(40);
    }

    @Test
    void aRunThatGivesUpCountsEveryTaskOnceAndThoseThatAreNotDoneAsMisses() {
        int[] arrivals = new int[60];
        Arrays.fill(arrivals, 200);
        Trace flood = new Trace("flood", Instant.parse("2026-01-05T00:00:00Z"), Duration.ofMinutes(1), arrivals);

        SimulationResult result = Simulation.run(ReactiveFloor.between(1, 1), flood, Workload.BENCH);

        // One instance does some 11,600 of the 12,000 in two days and an hour.
        assertThat(result.tasks()).isEqualTo(12_000);
        assertThat(result.waits().count()).isEqualTo(12_000);
        assertThat(result.waits().longest()).isGreaterThan(Duration.ofDays(2));
    }

    @Test
    void whatStandsReadyAfterTheLastTaskIsPaidFor() {
        int[] arrivals = new int[10];
        arrivals[0] = 1;
        Trace one = new Trace("one", Instant.parse("2026-01-05T00:00:00Z"), Duration.ofMinutes(1), arrivals);
        ScalingDesign none = new ScalingDesign("none", 2, 2, Duration.ZERO, null, List.of(), List.of(), List.of());

        SimulationResult result = Simulation.run(Contender.of(none), one, Workload.BENCH);

        assertThat(result.instanceHours()).isEqualTo(2 * 70 / 60.0, within(0.05));
        assertThat(result.lowerBoundHours()).isEqualTo(2 * 70 / 60.0, within(0.05));
    }

    @Test
    void aControllerSeesAMinutesSumWhenTheMinuteIsOverAndPublished() {
        Tally tally = new Tally(Traces.named("step"), Workload.BENCH, 1);
        SimulatedGroup group = new SimulatedGroup(
                Contender.of(steps()), Workload.BENCH, new Workers(2, SelfProtection.OF_OUR_WORKERS), new NoLosses());
        long start = Traces.named("step").start().toEpochMilli();
        for (int minute = 1; minute <= 3; minute++) {
            for (int i = 0; i < minute; i++) {
                tally.arrived();
            }
            tally.tick(start + minute * 60_000L, new WaitingTasks(), 0, group);
        }

        assertThat(tally.sentBefore(start + 59_999)).isNaN();
        assertThat(tally.sentBefore(start + 60_000)).isEqualTo(1);
        // Three minutes and a half after the start, of points that are 90 s late: the second minute's.
        assertThat(tally.sentBefore(start + 210_000 - 90_000)).isEqualTo(2);
        assertThat(tally.sentBefore(start + 209_000 - 90_000)).isEqualTo(1);
    }

    @Test
    void aSimpleGrowthIsSeenLaterInTheQueueThanInTheGroup() {
        Meters meters = new Meters(
                List.of(
                        WatchedMetric.of(MetricSource.VISIBLE, "Maximum", Duration.ofMinutes(1)),
                        WatchedMetric.of(MetricSource.DESIRED, "Maximum", Duration.ofMinutes(1))),
                Duration.ofMinutes(5),
                Workload.BENCH);
        Instant begin = Instant.parse("2026-01-05T00:00:00Z");
        meters.measure(begin.plusSeconds(60), source -> 1);
        meters.measure(begin.plusSeconds(120), source -> 2);

        Grid minutes = Grid.endingAt(begin.plusSeconds(120), Duration.ofMinutes(1), 2);
        Series group = meters.reader().series(MetricSource.DESIRED, Statistic.MAXIMUM, minutes);
        Series queue = meters.reader().series(MetricSource.VISIBLE, Statistic.MAXIMUM, minutes);

        assertThat(group.get(1)).isEqualTo(2);
        assertThat(queue.get(0)).isEqualTo(1);
        assertThat(queue.has(1)).isFalse();
    }

    /** Nothing is lost here. */
    private static final class NoLosses implements TaskLosses {
        @Override
        public void killed(long sent, long begun) {
            throw new AssertionError("Nobody works here.");
        }

        @Override
        public void handedBack(long sent, long begun) {
            throw new AssertionError("Nobody works here.");
        }
    }

    @Test
    void metricsThatAreOlderLetMoreTasksWait() {
        Trace trace = Traces.named("step");

        SimulationResult fresh = Simulation.run(Contender.of(steps()), trace, delayed(Duration.ZERO));
        SimulationResult stale = Simulation.run(Contender.of(steps()), trace, delayed(Duration.ofMinutes(2)));

        assertThat(stale.missed()).isGreaterThan(fresh.missed());
    }

    private static Workload delayed(Duration delay) {
        Workload bench = Workload.BENCH;
        return new Workload(
                bench.meanService(),
                bench.serviceSpread(),
                bench.slotsPerInstance(),
                bench.boot(),
                bench.metricInterval(),
                delay,
                bench.slo(),
                bench.visibilityTimeout(),
                bench.spot(),
                bench.queueSleeps(),
                bench.protection(),
                bench.seed());
    }

    private static Workload with(SpotModel spot, Duration service) {
        Workload bench = Workload.BENCH;
        return new Workload(
                service,
                bench.serviceSpread(),
                bench.slotsPerInstance(),
                bench.boot(),
                bench.metricInterval(),
                bench.metricDelay(),
                bench.slo(),
                Duration.ofMinutes(30),
                spot,
                bench.queueSleeps(),
                bench.protection(),
                bench.seed());
    }

    static ScalingDesign steps() {
        WatchedMetric visible = WatchedMetric.of(MetricSource.VISIBLE, "Maximum", Duration.ofMinutes(1));
        return new ScalingDesign(
                "steps",
                1,
                40,
                Duration.ofSeconds(360),
                null,
                List.of(
                        new DesignedAlarm(
                                "high",
                                visible,
                                new AlarmRule(Comparison.GREATER_OR_EQUAL, 10, 1, 1, MissingData.NOT_BREACHING),
                                List.of("out"),
                                true),
                        new DesignedAlarm(
                                "low",
                                visible,
                                new AlarmRule(Comparison.LESS_OR_EQUAL, 0, 15, 15, MissingData.BREACHING),
                                List.of("in"),
                                true)),
                List.of(
                        policy(new StepPolicy(
                                "out",
                                AdjustmentType.CHANGE_IN_CAPACITY,
                                List.of(new Step(0, 40, 2), new Step(40, Double.POSITIVE_INFINITY, 6)),
                                0,
                                Duration.ofSeconds(150))),
                        policy(new StepPolicy(
                                "in",
                                AdjustmentType.CHANGE_IN_CAPACITY,
                                List.of(new Step(Double.NEGATIVE_INFINITY, 0, -1)),
                                0,
                                Duration.ofSeconds(150)))),
                List.of());
    }

    private static DesignedPolicy policy(StepPolicy policy) {
        return new DesignedPolicy(policy, true, null);
    }
}
