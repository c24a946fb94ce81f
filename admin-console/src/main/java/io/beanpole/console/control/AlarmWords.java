package io.beanpole.console.control;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmSummary;

/** What an alarm's state and condition are called on every screen, so that one word never means two things. */
public final class AlarmWords {
    private AlarmWords() {}

    /** The state with its tone; the reason that CloudWatch gives is its detail. */
    public static Mark mark(AlarmSummary alarm) {
        return new Mark(Tone.ofAlarm(alarm), state(alarm), alarm.reason());
    }

    /** The state: "In alarm: idle" for one that is in ALARM, but only because there is nothing to do. */
    public static String state(AlarmSummary alarm) {
        return switch (alarm.state()) {
            case "OK" -> Words.of("frame.alarm.ok");
            case "ALARM" -> Words.of(alarm.isRaised() ? "frame.alarm.raised" : "frame.alarm.idle");
            default -> Words.of("frame.alarm.unknown");
        };
    }

    /** When it goes off: "≥ 20". */
    public static String threshold(AlarmSummary alarm) {
        return sign(alarm.comparison()) + " " + Wording.plain(alarm.threshold());
    }

    /** What it watches and takes: "depth ≥ 20, 1 of 1 × 1 min", datapoints of periods. */
    public static String condition(AlarmSummary alarm) {
        return Words.of(
                "frame.alarm.condition",
                alarm.metric(),
                threshold(alarm),
                String.valueOf(alarm.datapointsToAlarm()),
                String.valueOf(alarm.evaluationPeriods()),
                Wording.duration(alarm.period()));
    }

    private static String sign(String comparison) {
        return comparison.replace(">=", "≥").replace("<=", "≤");
    }
}
