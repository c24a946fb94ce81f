package io.beanpole.console.scaling;

import io.beanpole.console.chart.StateBand;
import io.beanpole.console.chart.StateBand.State;
import io.beanpole.console.chart.StateBand.Stretch;
import io.beanpole.console.naming.Names;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.AlarmTransition;
import io.beanpole.deploy.scaling.ScalingPicture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;

/** Makes of an alarm's changes of state the stretches in which each state held. */
final class AlarmBands {
    private AlarmBands() {}

    /** From the picture's beginning to its end; before an alarm existed there is no stretch. */
    static StateBand of(AlarmSummary alarm, ScalingPicture picture) {
        var stretches = new ArrayList<Stretch>();
        var changes = picture.transitions().stream()
                .filter(change -> change.alarmName().equals(alarm.name()))
                .filter(change ->
                        change.at().isAfter(picture.from()) && change.at().isBefore(picture.to()))
                .sorted(Comparator.comparing(AlarmTransition::at))
                .toList();
        var start = picture.from();
        for (var change : changes) {
            if (!change.from().isEmpty()) {
                add(stretches, start, change.at(), state(change.from(), alarm));
            }
            start = change.at();
        }
        if (changes.isEmpty() && alarm.since().isAfter(start)) {
            start = alarm.since();
        }
        add(stretches, start, picture.to(), state(alarm.state(), alarm));
        return new StateBand(Names.logical(alarm.name()), stretches);
    }

    private static void add(ArrayList<Stretch> stretches, Instant from, Instant to, State state) {
        if (from.isBefore(to)) {
            stretches.add(new Stretch(from.toEpochMilli(), to.toEpochMilli(), state));
        }
    }

    private static State state(String state, AlarmSummary alarm) {
        return switch (state) {
            case "OK" -> State.CALM;
            case "ALARM" -> alarm.isForMore() ? State.ALARM : State.QUIET;
            default -> State.UNKNOWN;
        };
    }
}
