package io.beanpole.console.chart;

import java.util.ArrayList;
import java.util.List;

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
                    : samples.nearest(time, content.gap()).orElse(-1);
            if (index >= 0 && Math.abs(time - samples.time(index)) <= content.gap()) {
                values.add(new Value(line, samples.time(index), samples.value(index)));
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

    /** A series' value, and the time of its sample. */
    record Value(ChartSeries series, long time, double value) {}

    /** An alarm's state. */
    record State(String title, StateBand.State state) {}
}
