package io.beanpole.scaling.why;

import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers of policies whose alarms are in ALARM: something holds them, or they decided that nothing should change. */
record PolicyAnswers(Inquiry inquiry) {
    /** Why the alarms that ask for a change in this direction got none; empty where none asks. */
    Optional<Answer> of(Direction direction) {
        List<PolicyCase> cases = inquiry.cases(direction);
        if (cases.isEmpty() && !direction.isOut()) {
            cases = inquiry.defaultCases().stream()
                    .filter(each -> each.decision().after() <= each.decision().before())
                    .toList();
        }
        Comparator<PolicyCase> furthest = Comparator.comparingInt(
                each -> Math.abs(each.decision().after() - each.decision().before()));
        return cases.stream().max(furthest).map(each -> answer(each, direction));
    }

    private Answer answer(PolicyCase asked, Direction direction) {
        boolean mayBeHeld = inquiry.suspended(Inquiry.ALARM_NOTIFICATION).isPresent()
                || !inquiry.moment().isNow()
                        && asked.decision().changes()
                        && inquiry.moment().deployment().isPresent();
        if (mayBeHeld) {
            return new GroupAnswers(inquiry).held(Inquiry.ALARM_NOTIFICATION, wants(asked));
        }
        Optional<CapacityChange> pulled = inquiry.pulledByDefault(direction);
        if (pulled.isPresent()) {
            return new Answer(
                    Verdict.DEFAULT_TRIGGER,
                    wants(asked) + ". " + new GroupAnswers(inquiry).pulled(pulled.get()) + then(asked));
        }
        return decided(asked, direction);
    }

    /** What the policy waits for beside that. */
    private String then(PolicyCase asked) {
        return inquiry.moment()
                .cooldown()
                .filter(pause -> asked.isSimple())
                .map(pause -> " Its cooldown lasts until " + inquiry.words().time(pause.until()) + ".")
                .orElse("");
    }

    private Answer decided(PolicyCase asked, Direction direction) {
        ScalingDecision decision = asked.decision();
        if (!asked.designed().enabled()) {
            return new Answer(Verdict.POLICY_ABSTAINS, wants(asked) + ", but the policy is disabled.");
        }
        return switch (decision.rule()) {
            case COOLDOWN -> new Answer(Verdict.COOLDOWN, wants(asked) + ", but " + cooldown());
            case ACTIVITY_RUNS -> new Answer(Verdict.ACTIVITY_RUNS, wants(asked) + ", but " + running());
            case WARMING_IS_ENOUGH ->
                new Answer(
                        Verdict.WARM_UP,
                        wants(asked) + ", but " + warming(asked) + " and counts as added, so that is enough for now.");
            case WARMING_BLOCKS_SCALE_IN ->
                new Answer(
                        Verdict.WARM_UP,
                        wants(asked) + ", but " + warming(asked) + ", and no instance goes meanwhile.");
            case NOTHING_TO_CHANGE -> bound(asked, direction);
            case ADJUSTED, CLAMPED -> due(asked, direction);
            case NO_STEP ->
                new Answer(Verdict.POLICY_ABSTAINS, wants(asked) + ", but no step of the policy covers this value.");
            case OTHER_TARGET_NOT_BELOW ->
                new Answer(
                        Verdict.POLICY_ABSTAINS,
                        wants(asked) + ", but policy " + decision.why()
                                + " tracks a target too, and its metric is not below it.");
            case TERMINATING_IS_ENOUGH, OTHER_POLICY_WANTS_MORE, NO_DATA, POLICY_DISABLED, PROCESS_SUSPENDED ->
                new Answer(Verdict.POLICY_ABSTAINS, decision.why());
        };
    }

    /** "Alarm X is in ALARM since 14:02:10 (...) and runs policy P". */
    private String wants(PolicyCase asked) {
        return "Alarm " + asked.alarm().name() + " is in ALARM since "
                + inquiry.words().time(asked.alarm().sinceAt(inquiry.at())) + " ("
                + new AlarmAnswers(inquiry).condition(asked.alarm(), inquiry.at()) + ") and runs policy "
                + asked.designed().name();
    }

    private String cooldown() {
        return inquiry.moment()
                .cooldown()
                .map(pause -> "the cooldown lasts until " + inquiry.words().time(pause.until()) + ": policy "
                        + pause.change().policy() + " changed " + pause.change().before() + " to "
                        + pause.change().after() + ", which was done at "
                        + inquiry.words().time(pause.since()) + ".")
                .orElse("the cooldown lasts.");
    }

    private String running() {
        return inquiry.moment().running().stream()
                .findFirst()
                .map(activity -> "a simple policy waits while an activity runs: " + activity.description() + ", since "
                        + inquiry.words().time(activity.started()) + ".")
                .orElse("an activity runs.");
    }

    private String warming(PolicyCase asked) {
        int count = inquiry.moment().warming(asked.warmUp()).size();
        Optional<Instant> until = inquiry.moment().warmUntil(asked.warmUp());
        String verb = count == 1 ? " warms up " : " warm up ";
        return Wording.instances(count)
                + verb
                + until.map(end -> "until " + inquiry.words().time(end))
                        .orElse("for " + Wording.seconds(asked.warmUp()) + " once started");
    }

    private Answer bound(PolicyCase asked, Direction direction) {
        ScalingDecision decision = asked.decision();
        int maximum = inquiry.facts().design().maximum();
        int minimum = inquiry.facts().design().minimum();
        if (direction.isOut() && decision.before() >= maximum) {
            return new Answer(
                    Verdict.AT_MAXIMUM,
                    wants(asked) + ", but the group has its maximum of " + Wording.instances(maximum)
                            + " (MaxSize of aws:autoscaling:asg).");
        }
        if (!direction.isOut() && decision.before() <= minimum) {
            return new Answer(
                    Verdict.AT_MINIMUM,
                    wants(asked) + ", but the group has its minimum of " + Wording.instances(minimum)
                            + " (MinSize of aws:autoscaling:asg).");
        }
        return new Answer(Verdict.POLICY_ABSTAINS, decision.why());
    }

    /** By the arithmetic it should change. */
    private Answer due(PolicyCase asked, Direction direction) {
        List<PolicyCase> others = direction.isOut() ? List.of() : inquiry.cases(Direction.OUT);
        if (!others.isEmpty()) {
            return new Answer(
                    Verdict.POLICY_ABSTAINS,
                    wants(asked) + ", but policy " + others.get(0).designed().name()
                            + " wants more at the same time, and the larger capacity holds.");
        }
        ScalingDecision decision = asked.decision();
        String next = inquiry.moment()
                .nextChange()
                .filter(change -> !change.at().isAfter(inquiry.facts().to()))
                .map(change -> " It changed at " + inquiry.words().time(change.at()) + ", from " + change.before()
                        + " to " + change.after() + ".")
                .orElse("");
        return new Answer(
                Verdict.ABOUT_TO,
                wants(asked) + ", which takes " + decision.before() + " to " + decision.after()
                        + " with the alarm's next evaluation." + next);
    }
}
