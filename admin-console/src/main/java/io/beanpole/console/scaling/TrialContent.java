package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.ChartSeries;
import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.ChartSeries.Shape;
import io.beanpole.console.chart.ChartUnits;
import io.beanpole.console.chart.Samples;
import io.beanpole.console.words.Words;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Timeline;
import io.beanpole.scaling.simulation.Timeline.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Makes of two simulations what a chart draws: what waits and how many instances there are, of each. */
final class TrialContent {
    private TrialContent() {}

    static ChartContent of(SimulationResult current, SimulationResult proposed) {
        return ChartContent.of(
                ChartUnits.of(Words.of("scaling.trial.waiting"), Words.of("scaling.unit.instances")),
                List.of(
                        waiting("scaling.trial.waiting.current", current, Shape.DASHED_LINE, 7),
                        waiting("scaling.trial.waiting.proposed", proposed, Shape.LINE, 0),
                        size("scaling.trial.size.current", current, Shape.BROAD_STEP, 2),
                        size("scaling.trial.size.proposed", proposed, Shape.STEP, 3)));
    }

    private static ChartSeries waiting(String key, SimulationResult result, Shape shape, int tone) {
        var samples = samples(result.timeline(), Quantity.WAITING);
        return new ChartSeries(Words.of(key), Axis.LEFT, shape, tone, samples, gap(result.timeline()));
    }

    private static ChartSeries size(String key, SimulationResult result, Shape shape, int tone) {
        var samples = samples(result.timeline(), Quantity.IN_SERVICE);
        return new ChartSeries(Words.of(key), Axis.RIGHT, shape, tone, samples, gap(result.timeline()));
    }

    private static Samples samples(Timeline timeline, Quantity quantity) {
        var step = timeline.step().toMillis();
        var times = LongStream.rangeClosed(1, timeline.size())
                .map(index -> timeline.start().toEpochMilli() + index * step)
                .toArray();
        return new Samples(
                times, Arrays.stream(timeline.all(quantity)).asDoubleStream().toArray());
    }

    /** A step that is missing is none that was simulated. */
    private static long gap(Timeline timeline) {
        return timeline.step().toMillis() * 2;
    }
}
