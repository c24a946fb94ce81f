package io.beanpole.deploy.scaling.advice;

import io.beanpole.deploy.scaling.advice.Advice.ContenderFigures;
import io.beanpole.deploy.scaling.advice.Advice.TraceFigures;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Workload;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Runs contenders over traces. Over several traces together, tasks and instance-hours are added up: each task counts
 * alike, whatever trace it belongs to.
 *
 * @param hourPrice of an instance; 0 where nobody said it
 */
public record Tournament(List<Trace> traces, Workload workload, double hourPrice) {
    private static final double HOURS_OF_A_DAY = 24;
    private static final double SECONDS_OF_AN_HOUR = 3600;

    public Tournament {
        traces = List.copyOf(traces);
    }

    /** How one does. */
    public ContenderFigures run(Contender contender) {
        List<SimulationResult> results = traces.stream()
                .map(trace -> Simulation.run(contender, trace, workload))
                .toList();
        double hours =
                results.stream().mapToDouble(SimulationResult::instanceHours).sum();
        double least =
                results.stream().mapToDouble(SimulationResult::lowerBoundHours).sum();
        long tasks = results.stream().mapToLong(SimulationResult::tasks).sum();
        long missed = results.stream().mapToLong(SimulationResult::missed).sum();
        return new ContenderFigures(
                contender.name(),
                tasks == 0 ? 0 : (double) missed / tasks,
                least == 0 ? 1 : hours / least,
                hours * hourPrice / days(),
                results.stream().mapToLong(SimulationResult::killed).sum(),
                results.stream()
                        .map(each -> each.waits().p95())
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                results.stream().mapToInt(SimulationResult::peak).max().orElse(0),
                results.stream()
                        .map(each -> new TraceFigures(each.trace(), each.missedPart(), each.costRatio()))
                        .toList());
    }

    private double days() {
        return traces.stream()
                .mapToDouble(each -> each.size() * each.step().toSeconds() / SECONDS_OF_AN_HOUR / HOURS_OF_A_DAY)
                .sum();
    }
}
