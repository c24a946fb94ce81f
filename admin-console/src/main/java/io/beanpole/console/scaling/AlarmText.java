package io.beanpole.console.scaling;

import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.util.List;
import java.util.stream.Collectors;

/** An alarm's rule in few words. */
final class AlarmText {
    private AlarmText() {}

    /** When it goes off: "≥ 20". */
    static String condition(AlarmSummary alarm) {
        var sign = switch (alarm.comparison()) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            default -> alarm.comparison();
        };
        return sign + " " + Wording.plain(alarm.threshold());
    }

    /** How many datapoints of which length: "1 of 3 × 1 min". */
    static String datapoints(AlarmSummary alarm) {
        return alarm.datapointsToAlarm() + " of " + alarm.evaluationPeriods() + " × "
                + Wording.duration(alarm.period());
    }

    /** What missing datapoints count as. */
    static String missingData(AlarmSummary alarm) {
        return switch (alarm.missingData()) {
            case "notBreaching" -> "not breaching";
            case "" -> "missing";
            default -> alarm.missingData();
        };
    }

    static String policies(List<String> names) {
        return names.isEmpty() ? "nothing" : names.stream().map(Names::logical).collect(Collectors.joining(", "));
    }

    static String state(AlarmSummary alarm) {
        return switch (alarm.state()) {
            case "OK" -> "OK";
            case "ALARM" -> alarm.isRaised() ? "In alarm" : "Quiet";
            default -> "No data";
        };
    }
}
