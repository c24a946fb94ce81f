package io.beanpole.console.scaling;

import io.beanpole.console.control.AlarmWords;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.util.List;
import java.util.stream.Collectors;

/** An alarm's rule in few words. */
final class AlarmText {
    private AlarmText() {}

    /** When it goes off: "≥ 20". */
    static String condition(AlarmSummary alarm) {
        return AlarmWords.threshold(alarm);
    }

    /** How many datapoints of which length: "1 of 3 × 1 min". */
    static String datapoints(AlarmSummary alarm) {
        return Words.of(
                "scaling.alarms.datapoints.words",
                String.valueOf(alarm.datapointsToAlarm()),
                String.valueOf(alarm.evaluationPeriods()),
                Wording.duration(alarm.period()));
    }

    /** What missing datapoints count as. */
    static String missingData(AlarmSummary alarm) {
        return switch (alarm.missingData()) {
            case "notBreaching" -> Words.of("scaling.missing.not_breaching");
            case "" -> Words.of("scaling.missing.missing");
            default -> alarm.missingData();
        };
    }

    static String policies(List<String> names) {
        return names.isEmpty()
                ? Words.of("scaling.alarms.nothing")
                : names.stream().map(Names::logical).collect(Collectors.joining(", "));
    }

    static String state(AlarmSummary alarm) {
        return AlarmWords.state(alarm);
    }
}
