package io.beanpole.scaling.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Traces;
import io.beanpole.scaling.simulation.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds that the proposal and the controller are held to, over all traces of a day together, seeds fixed. */
class ContendersTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 60})
    void theProposalMissesAtMostFivePercentAtMost1Point7TimesTheLowerBoundAndKillsNothing(int maximum) {
        List<SimulationResult> results = over(contenders(maximum).named("proposed"));

        assertThat(missedPart(results)).isLessThanOrEqualTo(0.05);
        assertThat(costRatio(results)).isLessThanOrEqualTo(1.7);
        assertThat(results).allMatch(each -> each.killed() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60})
    void theControllerMissesAtMostHalfAPercentAtMostOneAndAHalfTimesTheLowerBound(int maximum) {
        List<SimulationResult> results = over(contenders(maximum).named("controller"));

        assertThat(missedPart(results)).isLessThanOrEqualTo(0.005);
        assertThat(costRatio(results)).isLessThanOrEqualTo(1.5);
        assertThat(results).allMatch(each -> each.killed() == 0);
    }

    @Test
    void whoHasNoNameIsRefusedWithThoseThatHave() {
        assertThatThrownBy(() -> contenders(40).named("propsed"))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("There is no policy called propsed; those with a name are aws-sample, step");
    }

    private static Contenders contenders(int maximum) {
        return Contenders.of(Workload.BENCH, 1, maximum);
    }

    /** Tasks of all traces are counted alike, whatever trace they belong to. */
    private static double missedPart(List<SimulationResult> results) {
        long missed = results.stream().mapToLong(SimulationResult::missed).sum();
        return (double) missed
                / results.stream().mapToLong(SimulationResult::tasks).sum();
    }

    private static double costRatio(List<SimulationResult> results) {
        double hours =
                results.stream().mapToDouble(SimulationResult::instanceHours).sum();
        return hours
                / results.stream()
                        .mapToDouble(SimulationResult::lowerBoundHours)
                        .sum();
    }

    private static List<SimulationResult> over(Contender contender) {
        return Traces.all().stream()
                .map(trace -> Simulation.run(contender, trace, Workload.BENCH))
                .toList();
    }
}
