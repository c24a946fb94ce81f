package io.beanpole.console.alarms;

import io.beanpole.console.control.AlarmWords;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmTransition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What the board says of an alarm. */
final class BoardText {
    private static final Duration IN_MINUTES = Duration.ofMinutes(10);

    private final Clock clock;

    BoardText(Clock clock) {
        this.clock = clock;
    }

    /** The state, with a shape of its own. */
    static Mark state(AlarmLine line) {
        var reason = Names.shortened(line.alarm().alarm().reason());
        return switch (line.standing()) {
            case ACKNOWLEDGED -> new Mark(Tone.WARNING, Words.of("alarms.state.acknowledged"), reason);
            case MUTED -> new Mark(Tone.IDLE, Words.of("alarms.state.muted"), reason);
            case RINGING, UNKNOWN, QUIET -> {
                var mark = AlarmWords.mark(line.alarm().alarm());
                yield new Mark(mark.tone(), mark.text(), reason);
            }
        };
    }

    static String name(AlarmLine line) {
        return Names.logical(line.name());
    }

    /** The lane where it has a name of its own, else the environment. */
    static String lane(AlarmLine line) {
        return line.alarm().laneName();
    }

    static String watches(AlarmLine line) {
        return switch (line.alarm().kind()) {
            case QUEUE -> Words.of("alarms.kind.queue");
            case DEAD_LETTERS -> Words.of("alarms.kind.dead-letters");
            case GROUP -> Words.of("alarms.kind.group");
        };
    }

    /** "418, alarm ≥ 20". */
    static String value(AlarmLine line) {
        var threshold = AlarmWords.threshold(line.alarm().alarm());
        return line.value()
                .map(measured -> Words.of("alarms.value", Wording.plain(measured), threshold))
                .orElseGet(() -> Words.of("alarms.value.none", threshold));
    }

    String since(AlarmLine line) {
        return time(line.alarm().alarm().since());
    }

    /** For how long it has been so: in seconds at first, in whole minutes later, so that nothing flickers. */
    static String age(AlarmLine line, Instant now) {
        var age = Duration.between(line.alarm().alarm().since(), now);
        var unit = age.compareTo(IN_MINUTES) < 0 ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
        return age.isNegative() ? "" : Wording.duration(age.truncatedTo(unit));
    }

    /** Its age as time goes by, also while the alarm itself stays as it is. */
    static ObservableValue<String> age(ObservableValue<AlarmLine> line, ObservableValue<Instant> now) {
        return Bindings.createStringBinding(() -> age(line.getValue(), now.getValue()), line, now);
    }

    /** Who looks after it, or why it isn't heard; empty for neither. */
    String carer(AlarmLine line) {
        var care = line.alarm().care();
        return switch (line.standing()) {
            case ACKNOWLEDGED ->
                care.acknowledgement()
                        .map(known -> Words.of("alarms.carer.acknowledged", known.by(), time(known.until())))
                        .orElse("");
            case MUTED ->
                care.mute()
                        .map(known -> Words.of("alarms.carer.muted", known.by(), time(known.until())))
                        .orElse("");
            default -> "";
        };
    }

    /** What the one who looks after it noted; empty for nothing. */
    static String note(AlarmLine line) {
        var care = line.alarm().care();
        return switch (line.standing()) {
            case ACKNOWLEDGED ->
                care.acknowledgement().map(known -> known.note()).orElse("");
            case MUTED -> care.mute().map(known -> known.note()).orElse("");
            default -> "";
        };
    }

    /** What looking after it would do now. */
    static String acknowledging(AlarmLine line) {
        return Words.of(line.standing() == Standing.ACKNOWLEDGED ? "alarms.give-back" : "alarms.acknowledge");
    }

    /** What muting it would do now. */
    static String muting(AlarmLine line) {
        return Words.of(line.standing() == Standing.MUTED ? "alarms.unmute" : "alarms.mute");
    }

    /** All that a row has no room for. */
    String detail(AlarmLine line) {
        var alarm = line.alarm().alarm();
        var carer = carer(line);
        return line.name() + "\n" + Names.shortened(AlarmWords.condition(alarm)) + "\n"
                + Names.shortened(alarm.reason()) + (carer.isEmpty() ? "" : "\n" + carer + "\n" + note(line));
    }

    String time(Instant at) {
        return Wording.time(at, clock.instant(), clock.getZone());
    }

    String time(AlarmTransition transition) {
        return time(transition.at());
    }

    /** A change of state, as the state that it led to. */
    static Mark led(AlarmTransition transition) {
        return switch (transition.to()) {
            case "ALARM" -> mark(Tone.BAD, "alarms.history.alarm");
            case "OK" -> mark(Tone.GOOD, "alarms.history.ok");
            default -> mark(Tone.IDLE, "alarms.history.unknown");
        };
    }

    private static Mark mark(Tone tone, String key) {
        return new Mark(tone, Words.of(key));
    }

    /** Who wrote the runbook last, and when; empty before anybody did. */
    String changed(AlarmLine line) {
        var care = line.alarm().care();
        return care.actor().isEmpty()
                ? Words.of("alarms.runbook.nobody")
                : Words.of("alarms.runbook.changed", Names.actor(care.actor()), time(care.changedAt()));
    }
}
