package io.beanpole.console.chart;

import io.beanpole.console.words.Words;
import java.util.List;

/** The states of one alarm over time, shown as a strip below the lines. */
public record StateBand(String title, List<Stretch> stretches) {
    public StateBand {
        stretches = List.copyOf(stretches);
    }

    /** A state that held for a while; {@code to} is exclusive. */
    public record Stretch(long from, long to, State state) {}

    /** What a strip's colour says. */
    public enum State {
        CALM("scaling.chart.calm"),
        ALARM("scaling.chart.alarm"),
        /** In alarm too, but only because there is nothing to do: what shrinks an idle lane. */
        QUIET("scaling.chart.alarm"),
        UNKNOWN("scaling.chart.unknown");

        private final String key;

        State(String key) {
            this.key = key;
        }

        public String title() {
            return Words.of(key);
        }
    }
}
