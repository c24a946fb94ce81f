package io.beanpole.scaling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.util.List;
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
    void theFloorMissesLessThanPoliciesDo(String name) {
        Trace trace = Traces.named(name);

        SimulationResult steps = Simulation.run(Contender.of(steps()), trace, Workload.BENCH);
        SimulationResult floor = Simulation.run(ReactiveFloor.between(1, 40), trace, Workload.BENCH);

        assertThat(floor.missed()).isLessThanOrEqualTo(steps.missed());
        assertThat(steps.tasks()).isEqualTo(trace.total());
        assertThat(steps.instanceHours()).isGreaterThan(steps.lowerBoundHours());
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
