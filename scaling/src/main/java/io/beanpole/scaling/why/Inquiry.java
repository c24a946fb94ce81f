package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.MetricSubject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts, the moment that is asked about, and what all answers need of both. */
record Inquiry(ScalingFacts facts, Moment moment, Wording words) {
    static final String LAUNCH = "Launch";
    static final String TERMINATE = "Terminate";
    static final String ALARM_NOTIFICATION = "AlarmNotification";

    /** How long ago a change may be that still has to do with what an alarm wants now. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    /** "User suspended at 2026-11-21T08:00:00Z", in which AWS tells since when. */
    private static final Pattern SINCE = Pattern.compile("at (\\d{4}-\\d\\d-\\d\\dT\\S+Z)");

    Instant at() {
        return moment.at();
    }

    AlarmState state(AlarmRecord alarm) {
        return alarm.stateAt(at());
    }

    /** The alarms that are for more or fewer instances; those of Elastic Beanstalk's own trigger and of dead letters apart. */
    List<AlarmRecord> alarms(Direction direction) {
        return facts.alarms().stream()
                .filter(each -> !each.isDefaultTrigger() && !watchesDeadLetters(each))
                .filter(each -> Direction.of(each.alarm(), facts.design()) == direction)
                .toList();
    }

    /** What the policies of the alarms that were in ALARM decide. */
    List<PolicyCase> cases(Direction direction) {
        return cases(alarms(direction));
    }

    /** The same for Elastic Beanstalk's own trigger. */
    List<PolicyCase> defaultCases() {
        return cases(
                facts.alarms().stream().filter(AlarmRecord::isDefaultTrigger).toList());
    }

    private List<PolicyCase> cases(List<AlarmRecord> alarms) {
        return alarms.stream()
                .filter(each -> each.isWired() && state(each) == AlarmState.ALARM)
                .flatMap(alarm -> alarm.alarm().policies().stream()
                        .flatMap(name -> facts.design().policy(name).stream())
                        .map(policy -> PolicyCase.of(facts, moment, alarm, policy)))
                .toList();
    }

    /** The reason why a process was suspended, which AWS tells of the present only. */
    Optional<String> suspended(String process) {
        Optional<String> reason = Optional.ofNullable(facts.group().suspended().get(process));
        return reason.filter(text ->
                moment.isNow() || since(text).filter(at -> !at.isAfter(at())).isPresent());
    }

    /** A change by Elastic Beanstalk's own trigger that nothing has followed. */
    Optional<CapacityChange> pulledByDefault(Direction against) {
        return moment.lastChange()
                .filter(CapacityChange::isByDefaultTrigger)
                .filter(change -> change.isOut() != against.isOut())
                .filter(change -> change.at().plus(RECENT).isAfter(at()));
    }

    private static boolean watchesDeadLetters(AlarmRecord alarm) {
        return alarm.alarm().metric().terms().stream()
                .anyMatch(term -> term.source() != null && term.source().subject() == MetricSubject.DEAD_LETTER_QUEUE);
    }

    private static Optional<Instant> since(String reason) {
        Matcher match = SINCE.matcher(reason);
        try {
            return match.find() ? Optional.of(Instant.parse(match.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
