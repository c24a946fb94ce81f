package io.beanpole.scaling.alarm;

import io.beanpole.scaling.metric.Datapoint;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reasons of states in the words of CloudWatch's StateReason. */
final class AlarmReasons {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AlarmRule rule;
    private final List<Datapoint> evaluated;

    AlarmReasons(AlarmRule rule, List<Datapoint> evaluated) {
        this.rule = rule;
        this.evaluated = evaluated;
    }

    /** The values that speak for {@code state}, what was filled in for missing ones, and how many it takes. */
    String crossed(AlarmState state, int missing) {
        boolean alarm = state == AlarmState.ALARM;
        List<Datapoint> deciding = evaluated.stream()
                .filter(each -> rule.breachedBy(each.value()) == alarm)
                .toList();
        String filled = filled(alarm ? MissingData.BREACHING : MissingData.NOT_BREACHING, missing);
        if (deciding.isEmpty()) {
            return "Threshold Crossed: " + filled + minimum(alarm) + ".";
        }
        return "Threshold Crossed: " + deciding.size() + " out of the last " + rule.evaluationPeriods()
                + " datapoints " + listed(deciding) + (deciding.size() == 1 ? " was " : " were ")
                + (alarm ? "" : "not ") + rule.comparison().words() + " the threshold (" + rule.threshold() + ")"
                + (filled.isEmpty() ? "" : " and " + filled) + minimum(alarm) + ".";
    }

    String nothingReceived() {
        return "Threshold Crossed: no datapoints were received for " + counted(rule.evaluationPeriods(), "period")
                + " and " + filled(rule.missingData(), rule.evaluationPeriods()) + ".";
    }

    String unknown(int missing) {
        return "Insufficient Data: " + counted(missing, "datapoint") + (missing == 1 ? " was" : " were") + " unknown.";
    }

    private static String listed(List<Datapoint> datapoints) {
        return datapoints.stream()
                .map(each -> each.value() + " (" + TIME.format(each.start()) + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Missing values are named only where they were given the meaning that decides. */
    private String filled(MissingData deciding, int missing) {
        if (missing == 0 || rule.missingData() != deciding) {
            return "";
        }
        return counted(missing, "missing datapoint") + (missing == 1 ? " was" : " were") + " treated as ["
                + (deciding == MissingData.BREACHING ? "Breaching" : "NonBreaching") + "]";
    }

    private String minimum(boolean alarm) {
        int needed = alarm ? rule.datapointsToAlarm() : rule.evaluationPeriods() - rule.datapointsToAlarm() + 1;
        return " (minimum " + counted(needed, "datapoint") + " for " + (alarm ? "OK -> ALARM" : "ALARM -> OK")
                + " transition)";
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
