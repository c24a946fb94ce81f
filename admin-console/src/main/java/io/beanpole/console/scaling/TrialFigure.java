package io.beanpole.console.scaling;

import io.beanpole.console.control.Wording;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.simulation.SimulatedRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One figure of a trial, as each design did. */
record TrialFigure(String title, String current, String proposed, String floor) {
    /** All figures, what tasks feel first. */
    static List<TrialFigure> of(SimulatedRow current, SimulatedRow proposed, SimulatedRow floor) {
        return Stream.of(Part.values())
                .map(part -> new TrialFigure(
                        Words.of("scaling.trial.figure." + part.key),
                        part.words.apply(current),
                        part.words.apply(proposed),
                        part.words.apply(floor)))
                .toList();
    }

    /** What is compared. */
    private enum Part {
        HALF("half", row -> Wording.duration(row.p50())),
        MOST("most", row -> Wording.duration(row.p95())),
        LONGEST("longest", row -> Wording.duration(row.longest())),
        MISSED("missed", row -> Wording.number(row.missed()) + " (" + Math.round(row.missedPercent()) + " %)"),
        KILLED("killed", row -> Wording.number(row.killed())),
        PEAK("peak", row -> Wording.number(row.peak())),
        HOURS("hours", row -> Wording.decimal(row.instanceHours())),
        RATIO("ratio", row -> Wording.decimal(row.costRatio()));

        private final String key;
        private final Function<SimulatedRow, String> words;

        Part(String key, Function<SimulatedRow, String> words) {
            this.key = key;
            this.words = words;
        }
    }
}
