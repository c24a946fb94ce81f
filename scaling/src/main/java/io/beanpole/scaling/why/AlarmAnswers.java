package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers that an alarm gives: it is not in ALARM, or is and runs nothing. */
record AlarmAnswers(Inquiry inquiry) {
    private static final List<Verdict> MOST_TELLING = List.of(
            Verdict.NOT_WIRED,
            Verdict.METRIC_ASLEEP,
            Verdict.MISSING_DATA,
            Verdict.WAITING_FOR_DATAPOINTS,
            Verdict.ABOUT_TO,
            Verdict.BELOW_THRESHOLD);

    /** The most telling answer of the alarms that could have asked for a change in this direction. */
    Optional<Answer> of(Direction direction) {
        List<AlarmRecord> alarms = inquiry.alarms(direction);
        boolean isWiredInAlarm =
                alarms.stream().anyMatch(each -> isWired(each) && inquiry.state(each) == AlarmState.ALARM);
        return alarms.stream()
                .filter(each -> isWired(each) || inquiry.state(each) == AlarmState.ALARM && !isWiredInAlarm)
                .map(this::of)
                .min(Comparator.comparingInt(answer -> MOST_TELLING.indexOf(answer.verdict())));
    }

    /** What the alarm says by itself. */
    Answer of(AlarmRecord alarm) {
        if (inquiry.state(alarm) == AlarmState.ALARM && !isWired(alarm)) {
            return new Answer(Verdict.NOT_WIRED, unwired(alarm));
        }
        AlarmDecision evaluation = AlarmReplay.at(alarm, inquiry.at());
        long breaching = breaching(evaluation);
        if (evaluation.evaluated().isEmpty()) {
            return watchesQueue(alarm)
                    ? new Answer(Verdict.METRIC_ASLEEP, asleep(alarm))
                    : new Answer(Verdict.MISSING_DATA, withoutData(alarm));
        }
        if (breaching == 0) {
            return new Answer(Verdict.BELOW_THRESHOLD, within(alarm, evaluation));
        }
        if (inquiry.state(alarm) == AlarmState.INSUFFICIENT_DATA
                && breaching >= alarm.alarm().rule().datapointsToAlarm()) {
            return new Answer(Verdict.MISSING_DATA, withoutData(alarm));
        }
        return breaching < alarm.alarm().rule().datapointsToAlarm()
                ? new Answer(Verdict.WAITING_FOR_DATAPOINTS, waiting(alarm, evaluation))
                : new Answer(
                        Verdict.ABOUT_TO,
                        "Alarm " + alarm.name() + " goes to ALARM with its next evaluation: "
                                + condition(alarm, inquiry.at()) + ".");
    }

    /** "ApproximateNumberOfMessagesVisible (Maximum over 60 s) was 14, it takes 10 or more". */
    String condition(AlarmRecord alarm, Instant at) {
        List<Datapoint> values = AlarmReplay.at(alarm, at).evaluated();
        String metric = Wording.metric(alarm.alarm().metric());
        String limit = "it takes " + Wording.limit(alarm.alarm().rule());
        return values.isEmpty()
                ? metric + " had no values, " + limit
                : metric + " was " + Wording.number(values.get(0).value()) + ", " + limit;
    }

    private String within(AlarmRecord alarm, AlarmDecision evaluation) {
        String wanted = Direction.of(alarm.alarm(), inquiry.facts().design()).isOut() ? "more" : "fewer";
        String since = inquiry.state(alarm) == AlarmState.OK
                ? "is OK since " + inquiry.words().time(alarm.sinceAt(inquiry.at()))
                : "is " + inquiry.state(alarm);
        return "No alarm asked for " + wanted + ": " + alarm.name() + " " + since + ", because "
                + Wording.metric(alarm.alarm().metric()) + " was "
                + Wording.number(evaluation.evaluated().get(0).value()) + " and it takes "
                + Wording.limit(alarm.alarm().rule()) + ".";
    }

    private String waiting(AlarmRecord alarm, AlarmDecision evaluation) {
        AlarmRule rule = alarm.alarm().rule();
        Duration period = alarm.alarm().metric().period();
        long breaching = breaching(evaluation);
        Instant earliest = inquiry.at().plus(period.multipliedBy(Math.max(0, rule.datapointsToAlarm() - breaching)));
        return "Alarm " + alarm.name() + " waits for " + rule.datapointsToAlarm() + " of " + rule.evaluationPeriods()
                + " values of " + Wording.seconds(period) + " at " + Wording.limit(rule) + " and has " + breaching
                + " (" + Wording.metric(alarm.alarm().metric()) + " was "
                + Wording.number(evaluation.evaluated().get(0).value()) + "): it can go off at "
                + inquiry.words().time(earliest) + " at the earliest.";
    }

    private String asleep(AlarmRecord alarm) {
        Instant at = inquiry.at();
        String last = alarm.samples().values().stream()
                .flatMap(List::stream)
                .map(Sample::at)
                .filter(seen -> !seen.isAfter(at))
                .max(Comparator.naturalOrder())
                .map(seen -> "the last came at " + inquiry.words().time(seen))
                .orElse("none came since "
                        + inquiry.words().time(inquiry.facts().from()) + " or before");
        double waiting = inquiry.moment().waiting();
        String queue = waiting > 0 ? ", while " + Wording.messages(waiting) + " by the queue's own count" : "";
        return "The queue's metrics are asleep (" + last + ")" + queue
                + ": SQS stops them after six idle hours and brings"
                + " them back up to 15 minutes late. Until then alarm " + alarm.name() + " sees nothing and "
                + treatment(alarm) + ".";
    }

    private String withoutData(AlarmRecord alarm) {
        return "Alarm " + alarm.name() + " gets no values of "
                + Wording.metric(alarm.alarm().metric())
                + ": nothing published it in its last " + alarm.alarm().rule().range() + " periods, and the alarm "
                + treatment(alarm) + ", so its state is " + inquiry.state(alarm)
                + ". Check the metric's name and dimensions, and that somebody publishes it.";
    }

    private static String treatment(AlarmRecord alarm) {
        MissingData missing = alarm.alarm().rule().missingData();
        return missing == MissingData.IGNORE
                ? "keeps its state (TreatMissingData ignore)"
                : "takes missing values as " + missing.awsName();
    }

    private String unwired(AlarmRecord alarm) {
        String why;
        if (!alarm.alarm().enabled()) {
            why = "its actions are disabled (ActionsEnabled false)";
        } else if (alarm.alarm().policies().isEmpty()) {
            why = "its AlarmActions name no scaling policy of this group";
        } else {
            why = "the policy in its AlarmActions, "
                    + String.join(", ", alarm.alarm().policies()) + ", does not exist";
        }
        return "Alarm " + alarm.name() + " is in ALARM since "
                + inquiry.words().time(alarm.sinceAt(inquiry.at())) + " (" + condition(alarm, inquiry.at())
                + "), but it isn't wired to a policy: " + why + ".";
    }

    private boolean isWired(AlarmRecord alarm) {
        return alarm.isWired()
                && alarm.alarm().policies().stream()
                        .anyMatch(name -> inquiry.facts().design().policy(name).isPresent());
    }

    private static boolean watchesQueue(AlarmRecord alarm) {
        return alarm.alarm().metric().terms().stream()
                .anyMatch(term -> term.source() != null && term.source().subject() == MetricSubject.QUEUE);
    }

    private static long breaching(AlarmDecision evaluation) {
        AlarmRule rule = evaluation.rule();
        return evaluation.evaluated().stream()
                .filter(each -> rule.comparison().breaches(each.value(), rule.threshold()))
                .count();
    }
}
