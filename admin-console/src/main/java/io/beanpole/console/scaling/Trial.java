package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.desk.StandingScaling;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.ReactiveFloor;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/**
 * Two designs on the same load, and beside them the floor that nobody can get under who doesn't know the future. Runs on
 * any thread; ends when its thread is interrupted.
 */
record Trial(StandingScaling standing, ScalingDesign proposed, Workload workload) {
    /**
     * Runs it.
     *
     * @param progress how far it is, 0 to 1
     * @throws CancellationException when the thread is interrupted
     */
    List<SimulationResult> run(Trace load, DoubleConsumer progress) {
        var protects = standing.traits().protectsBusy();
        var present = standing.design();
        var contenders = List.of(
                new Contender(Words.of("scaling.trial.current"), present, Optional.empty(), protects),
                new Contender(Words.of("scaling.trial.proposed"), proposed, Optional.empty(), protects),
                floor(
                        Math.min(present.minimum(), proposed.minimum()),
                        Math.max(present.maximum(), proposed.maximum())));
        var results = new ArrayList<SimulationResult>();
        for (var contender : contenders) {
            var before = results.size();
            results.add(Simulation.run(contender, load, workload, part -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException(Words.of("scaling.trial.cancelled"));
                }
                progress.accept((before + part) / contenders.size());
            }));
        }
        return results;
    }

    private static Contender floor(int least, int most) {
        var floor = ReactiveFloor.between(least, most);
        return new Contender(Words.of("scaling.trial.floor"), floor.design(), floor.controller(), floor.protectsBusy());
    }
}
