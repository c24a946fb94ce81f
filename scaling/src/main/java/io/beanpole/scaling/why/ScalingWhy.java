package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Says why a group did or did not scale. What AWS wrote down counts first: activities, alarm histories, events. Where it
 * keeps no record, which is so for every policy that decided to do nothing, our own arithmetic decides once more over
 * the values that CloudWatch still has (evidence: [B], reference 5.1 and 5.2).
 */
public final class ScalingWhy {
    private final Inquiry inquiry;

    private ScalingWhy(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Explains a moment.
     *
     * @param at not after what the facts were read at
     * @param zone in which the sentences tell times
     */
    public static Explanation explain(ScalingFacts facts, Instant at, ZoneId zone) {
        Inquiry inquiry = new Inquiry(facts, new Moment(facts, at), new Wording(zone, at));
        Answer answer = new ScalingWhy(inquiry).answer();
        return new Explanation(
                facts.environment(),
                at,
                answer.verdict(),
                PlainNames.in(answer.sentence()),
                new ScalingWhy(inquiry)
                        .besides(answer).stream().map(PlainNames::in).toList(),
                new TimeAxis(facts).entries());
    }

    private Answer answer() {
        GroupAnswers group = new GroupAnswers(inquiry);
        return group.absent()
                .or(group::unfulfilled)
                .or(group::changed)
                .or(() -> new PolicyAnswers(inquiry).of(Direction.OUT))
                .orElseGet(this::withoutDemandForMore);
    }

    /** While messages wait the question is why there are not more; else why there are not fewer. */
    private Answer withoutDemandForMore() {
        AlarmAnswers alarms = new AlarmAnswers(inquiry);
        PolicyAnswers policies = new PolicyAnswers(inquiry);
        if (inquiry.moment().waiting() > 0) {
            return alarms.of(Direction.OUT)
                    .or(() -> policies.of(Direction.IN))
                    .or(() -> alarms.of(Direction.IN))
                    .orElseGet(this::noAlarm);
        }
        boolean isAtMinimum =
                inquiry.moment().desired() <= inquiry.facts().design().minimum();
        return policies.of(Direction.IN)
                .or(() -> alarms.of(isAtMinimum ? Direction.OUT : Direction.IN))
                .or(() -> alarms.of(isAtMinimum ? Direction.IN : Direction.OUT))
                .orElseGet(this::noAlarm);
    }

    private Answer noAlarm() {
        return new Answer(
                Verdict.NO_ALARM,
                "No alarm runs a policy of this group, so only people and schedules change its "
                        + Wording.instances(inquiry.moment().desired()) + ".");
    }

    private List<String> besides(Answer answer) {
        List<String> besides = new ArrayList<>();
        for (AlarmRecord alarm : inquiry.facts().alarms()) {
            boolean isSilenced = alarm.isDefaultTrigger() && !alarm.isWired();
            if (!isSilenced && !answer.sentence().contains(alarm.name())) {
                besides.add("Alarm " + alarm.name() + " is " + inquiry.state(alarm) + ": "
                        + new AlarmAnswers(inquiry).condition(alarm, inquiry.at()) + ".");
            }
        }
        inquiry.facts().alarms().stream()
                .filter(each -> each.isDefaultTrigger()
                        && each.isWired()
                        && !answer.sentence().contains(each.name())
                        && inquiry.state(each) == AlarmState.ALARM)
                .forEach(each -> besides.add("Elastic Beanstalk's default trigger is not silenced: " + each.name()
                        + " is in ALARM and pulls as well."));
        return besides;
    }
}
