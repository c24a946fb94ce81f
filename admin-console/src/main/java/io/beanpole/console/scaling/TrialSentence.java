package io.beanpole.console.scaling;

import io.beanpole.console.control.Wording;
import io.beanpole.console.words.Words;
import io.beanpole.scaling.simulation.SimulationResult;

/** Says in one sentence what a change would have meant for the load that there was. */
final class TrialSentence {
    private TrialSentence() {}

    static String of(SimulationResult current, SimulationResult proposed) {
        if (current.tasks() == 0) {
            return Words.of("scaling.trial.idle");
        }
        var sentence = Words.of(
                "scaling.trial.outcome",
                Wording.count(current.tasks(), "task"),
                Wording.duration(current.waits().p95()),
                Wording.duration(proposed.waits().p95()),
                Wording.number(current.missed()),
                Wording.number(proposed.missed()),
                Wording.decimal(current.instanceHours()),
                Wording.decimal(proposed.instanceHours()));
        return proposed.killed() == 0
                ? sentence
                : sentence + " " + Words.of("scaling.trial.killed", Wording.count(proposed.killed(), "task"));
    }
}
