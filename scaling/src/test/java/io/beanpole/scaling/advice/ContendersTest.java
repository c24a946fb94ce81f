package io.beanpole.scaling.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.SelfProtection;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Traces;
import io.beanpole.scaling.simulation.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds that the proposal and the controller are held to, over all traces of a day together, seeds fixed. */
class ContendersTest {
    private static final Duration LINGER = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(ints = {40, 60})
    void theProposalMissesAtMostFivePercentAtMost1Point7TimesTheLowerBoundAndKillsNothing(int maximum) {
        List<SimulationResult> results = over(contenders(maximum).named("proposed"), Workload.BENCH);

        assertThat(missedPart(results)).isLessThanOrEqualTo(0.05);
        assertThat(costRatio(results)).isLessThanOrEqualTo(1.7);
        assertThat(killed(results)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60})
    void theControllerMissesAtMostHalfAPercentAtMostOneAndAHalfTimesTheLowerBound(int maximum) {
        List<SimulationResult> results = over(contenders(maximum).named("controller"), Workload.BENCH);

        assertThat(missedPart(results)).isLessThanOrEqualTo(0.005);
        assertThat(costRatio(results)).isLessThanOrEqualTo(1.5);
        assertThat(killed(results)).isZero();
    }

    /** Protection begins a second late, as a call of the API does; what is hit in that second must be handed back. */
    @ParameterizedTest
    @ValueSource(strings = {"proposed", "controller"})
    void hardlyATaskIsHitBeforeItsWorkerIsProtectedAndNoneWhichIsNotHandedBack(String name) {
        List<SimulationResult> ours = over(contenders(60).named(name), Workload.BENCH);
        List<SimulationResult> careless = over(contenders(60).named(name), withoutHandingBack(Duration.ofSeconds(1)));
        long tasks = ours.stream().mapToLong(SimulationResult::tasks).sum();

        assertThat(killed(ours)).isZero();
        assertThat(killed(careless)).isPositive().isLessThan(tasks / 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "controller"})
    void withoutProtectionManyMoreWouldBeHit(String name) {
        Contender contender = contenders(60).named(name);

        assertThat(killed(over(contender, withoutHandingBack(Duration.ofHours(1)))))
                .isGreaterThan(2 * killed(over(contender, withoutHandingBack(Duration.ofSeconds(1)))));
    }

    @Test
    void whoHasNoNameIsRefusedWithThoseThatHave() {
        assertThatThrownBy(() -> contenders(40).named("propsed"))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("There is no policy called propsed; those with a name are aws-sample, step");
    }

    private static Workload withoutHandingBack(Duration delay) {
        return Workload.BENCH.with(new SelfProtection(delay, LINGER, false));
    }

    private static long killed(List<SimulationResult> results) {
        return results.stream().mapToLong(SimulationResult::killed).sum();
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

    private static List<SimulationResult> over(Contender contender, Workload workload) {
        return Traces.all().stream()
                .map(trace -> Simulation.run(contender, trace, workload))
                .toList();
    }
}
