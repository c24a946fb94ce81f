package io.beanpole.console.alarms;

import io.beanpole.console.FakeAlarms;
import io.beanpole.deploy.alarm.Acknowledgement;
import io.beanpole.deploy.alarm.AlarmCare;
import io.beanpole.deploy.alarm.AlarmKind;
import io.beanpole.deploy.alarm.BoardAlarm;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.AlarmTransition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A board in the middle of a busy hour: alarms of every standing. */
public final class BusyBoard {
    static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");
    static final String DEPTH = "awseb-e-standard01-stack-BacklogHigh-1A2B3C4D5E6F";

    private BusyBoard() {}

    public static FakeAlarms fill(FakeAlarms board) {
        var depth = alarm(DEPTH, "ALARM", AlarmKind.QUEUE, "standard", 3);
        var old = alarm("OldestTooOld", "ALARM", AlarmKind.QUEUE, "express", 41);
        board.alarms = List.of(
                looked(old, "Anna Keller", "restarting the importer"),
                alarm("QueueDepthAlarmHigh", "OK", AlarmKind.QUEUE, "express", 400),
                written(depth),
                alarm("DeadLettersThere", "ALARM", AlarmKind.DEAD_LETTERS, "standard", 12),
                alarm("AWSEBCloudwatchAlarmHigh", "INSUFFICIENT_DATA", AlarmKind.GROUP, "standard", 90));
        board.values.put(DEPTH, 418.0);
        board.values.put("OldestTooOld", 640.0);
        board.values.put("DeadLettersThere", 3.0);
        board.transitions = List.of(
                turn(600, "INSUFFICIENT_DATA", "OK"),
                turn(95, "OK", "ALARM"),
                turn(60, "ALARM", "OK"),
                turn(3, "OK", "ALARM"));
        return board;
    }

    static BoardAlarm alarm(String name, String state, AlarmKind kind, String lane, int minutes) {
        var environment = "beanpole-local-" + lane;
        return new BoardAlarm(
                new AlarmSummary(
                        name,
                        state,
                        "Threshold Crossed: 1 datapoint [418.0 (21/11/26 09:38:00)] was greater than or equal to the"
                                + " threshold (20.0).",
                        NOW.minus(Duration.ofMinutes(minutes)),
                        "ApproximateNumberOfMessagesVisible",
                        ">=",
                        20,
                        Duration.ofMinutes(1),
                        1,
                        1,
                        "notBreaching",
                        List.of("BacklogHighPolicy")),
                kind,
                "beanpole-" + lane,
                "beanpole",
                environment,
                lane,
                AlarmCare.none(name, "beanpole", environment));
    }

    private static BoardAlarm looked(BoardAlarm alarm, String by, String note) {
        return alarm.with(alarm.care()
                .withAcknowledgement(Optional.of(new Acknowledgement(
                        by,
                        note,
                        NOW.minusSeconds(600),
                        NOW.plusSeconds(3600),
                        alarm.alarm().since()))));
    }

    private static BoardAlarm written(BoardAlarm alarm) {
        return alarm.with(new AlarmCare(
                alarm.name(),
                "beanpole",
                alarm.environmentName(),
                "# The backlog grows\n\n- Look at Scaling: does the group grow?\n- If it stands at its maximum, raise"
                        + " MaxSize.\n- Poison messages: Queues, dead letters.",
                Optional.empty(),
                Optional.empty(),
                "arn:aws:sts::111122223333:assumed-role/on-call/anna.keller",
                NOW.minusSeconds(86_400)));
    }

    private static AlarmTransition turn(int minutesAgo, String from, String to) {
        return new AlarmTransition(
                DEPTH,
                NOW.minusSeconds(minutesAgo * 60L),
                from,
                to,
                "Threshold Crossed: 1 datapoint [418.0 (21/11/26 09:38:00)] was greater than or equal to the threshold"
                        + " (20.0).");
    }
}
