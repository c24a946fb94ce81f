package io.beanpole.console.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What all series, alarms and markers say at one time.
 *
 * @param values of the series that have data there
 * @param states of the alarms that are known there
 */
record Reading(long time, List<Value> values, List<State> states, List<Marker> markers) {
    /**
     * Reads everything at a time.
     *
     * @param reach how far a marker may be from the time, in milliseconds
     */
    static Reading at(long time, ChartContent content, long reach) {
        var values = new ArrayList<Value>();
        for (var line : content.series()) {
            var samples = line.samples();
            var index = line.shape().isStep()
                    ? samples.lastAtOrBefore(time)
                    : samples.nearest(time, line.gap()).orElse(-1);
            if (index >= 0 && Math.abs(time - samples.time(index)) <= line.gap()) {
                // What is counted is in the title; how long and how often needs its unit.
                var unit = line.axis().isLower() ? content.units().of(line.axis()) : "";
                values.add(new Value(line, samples.time(index), samples.value(index), unit));
            }
        }
        var states = content.bands().stream()
                .flatMap(band -> band.stretches().stream()
                        .filter(stretch -> time >= stretch.from() && time < stretch.to())
                        .map(stretch -> new State(band.title(), stretch.state())))
                .toList();
        var markers = content.markers().stream()
                .filter(marker -> Math.abs(marker.at() - time) <= reach)
                .toList();
        return new Reading(time, values, states, markers);
    }

    boolean isEmpty() {
        return values.isEmpty() && states.isEmpty() && markers.isEmpty();
    }

    /** Everything in one line of words, for those who hear the chart. */
    String words(String time) {
        var parts = new ArrayList<String>();
        values.forEach(value -> parts.add(value.series().title() + " " + value.words()));
        states.forEach(state -> parts.add(state.title() + " " + state.state().title()));
        markers.forEach(marker -> parts.add(marker.text()));
        return time + ": " + String.join(", ", parts);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }

    /** What a series says there, with its unit; a dash where it has no data. */
    String words(ChartSeries series) {
        return values.stream()
                .filter(value -> value.series().equals(series))
                .findFirst()
                .map(Value::words)
                .orElse("–");
    }

    /** A series' value, and the time of its sample. */
    record Value(ChartSeries series, long time, double value, String unit) {
        String words() {
            return (number(value) + " " + unit).strip();
        }
    }

    /** An alarm's state. */
    record State(String title, StateBand.State state) {}
}
