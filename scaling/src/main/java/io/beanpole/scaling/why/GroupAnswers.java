package io.beanpole.scaling.why;

import java.util.Optional;

/** Answers that the group itself gives: it changed, or it could not become what it should be. */
record GroupAnswers(Inquiry inquiry) {
    private static final String ALL_PROTECTED = "protected from scale-in";

    /** It changed within the last round of metrics and alarms. */
    Optional<Answer> changed() {
        return inquiry.moment()
                .lastChange()
                .filter(change ->
                        !change.at().isBefore(inquiry.at().minus(inquiry.facts().cadence())))
                .map(this::changed);
    }

    private Answer changed(CapacityChange change) {
        String sizes = "from " + change.before() + " to " + Wording.instances(change.after());
        String at = inquiry.words().time(change.at());
        if (!change.isByAlarm()) {
            return new Answer(
                    Verdict.RESIZED,
                    "It was resized, but by no alarm: at " + at + " " + change.words() + ", " + sizes + ".");
        }
        if (change.isByDefaultTrigger()) {
            return new Answer(Verdict.DEFAULT_TRIGGER, pulled(change));
        }
        String condition = inquiry.facts().alarms().stream()
                .filter(alarm -> alarm.name().equals(change.alarm()))
                .findFirst()
                .map(alarm -> " (" + new AlarmAnswers(inquiry).condition(alarm, change.at()) + ")")
                .orElse("");
        return new Answer(
                Verdict.SCALED,
                "It did: alarm " + change.alarm() + condition + " ran policy " + change.policy() + " at " + at + ", "
                        + sizes + ".");
    }

    /** What Elastic Beanstalk's own trigger did, and what to do about it. */
    String pulled(CapacityChange change) {
        String metric = inquiry.facts().alarms().stream()
                .filter(alarm -> alarm.name().equals(change.alarm()))
                .findFirst()
                .map(alarm -> ", which watches " + Wording.metric(alarm.alarm().metric()) + ",")
                .orElse("");
        return "Elastic Beanstalk's default trigger pulled the other way: its alarm " + change.alarm() + metric
                + " ran " + change.policy() + " at " + inquiry.words().time(change.at()) + ", from " + change.before()
                + " to " + Wording.instances(change.after())
                + ". Silence it with an empty AlarmActions in .ebextensions.";
    }

    /** What is desired is not there: nothing may go, nothing can be launched, or the process for it rests. */
    Optional<Answer> unfulfilled() {
        return allProtected().or(this::resting).or(this::launchFailed);
    }

    private Optional<Answer> allProtected() {
        Moment moment = inquiry.moment();
        GroupSnapshot group = inquiry.facts().group();
        boolean wasTold = inquiry.facts().activities().stream()
                .filter(each -> !each.started().isAfter(inquiry.at()))
                .reduce((earlier, later) -> later)
                .filter(each -> each.failed() && each.description().contains(ALL_PROTECTED))
                .isPresent();
        boolean isSo = moment.isNow()
                && group.inService() > moment.desired()
                && group.protectedInService() == group.inService();
        if (!(isSo || wasTold && !moment.isNow())) {
            return Optional.empty();
        }
        String by = moment.lastChange()
                .filter(change -> !change.isOut() && change.isByAlarm())
                .map(change -> " since alarm " + change.alarm() + " ran policy " + change.policy() + " at "
                        + inquiry.words().time(change.at()))
                .orElse("");
        return Optional.of(new Answer(
                Verdict.ALL_PROTECTED,
                "Fewer are wanted, " + moment.desired() + " of " + moment.inService() + by
                        + ", but all instances in service are protected from scale-in; one goes when a worker lets go of"
                        + " its protection."));
    }

    private Optional<Answer> resting() {
        Moment moment = inquiry.moment();
        long present = moment.inService();
        boolean isShort =
                moment.desired() > present && moment.running().stream().noneMatch(each -> each.isLaunch());
        boolean isLong =
                moment.desired() < present && moment.running().stream().noneMatch(each -> each.isTermination());
        if (isShort && inquiry.suspended(Inquiry.LAUNCH).isPresent()) {
            return Optional.of(held(Inquiry.LAUNCH, moment.desired() + " are desired and " + present + " serve"));
        }
        if (isLong && inquiry.suspended(Inquiry.TERMINATE).isPresent()) {
            return Optional.of(held(Inquiry.TERMINATE, moment.desired() + " are desired and " + present + " serve"));
        }
        return Optional.empty();
    }

    /** A process rests: by a deployment if there is one, else by somebody. */
    Answer held(String process, String wanted) {
        String reason = inquiry.suspended(process).orElse("");
        Optional<DeploymentSpan> deployment = inquiry.moment().deployment();
        if (deployment.isPresent()) {
            DeploymentSpan span = deployment.get();
            String end = span.to() == null
                    ? "until it is over"
                    : "until " + inquiry.words().time(span.to());
            return new Answer(
                    Verdict.DEPLOYMENT,
                    wanted + ", but " + span.what() + " is in progress since "
                            + inquiry.words().time(span.from()) + " and holds scaling back " + end
                            + (reason.isEmpty() ? "." : ": the process " + process + " is suspended."));
        }
        return new Answer(
                Verdict.PROCESS_SUSPENDED,
                wanted + ", but the group's process " + process + " is suspended"
                        + (reason.isBlank() ? "" : " (" + reason + ")") + ": resume it with 'aws autoscaling"
                        + " resume-processes --auto-scaling-group-name "
                        + inquiry.facts().group().name() + " --scaling-processes " + process + "'.");
    }

    private Optional<Answer> launchFailed() {
        Moment moment = inquiry.moment();
        return moment.lastFailedLaunch()
                .filter(failed -> moment.desired() > moment.inService())
                .map(failed -> {
                    boolean isSpot = failed.message().contains("Spot");
                    String wanted = moment.desired() + " instances are desired and " + moment.inService() + " serve";
                    String what = isSpot ? "EC2 has no Spot capacity for the others" : "launching the others fails";
                    return new Answer(
                            isSpot ? Verdict.SPOT_MISSING : Verdict.LAUNCH_FAILED,
                            wanted + ", but " + what + " (last tried at "
                                    + inquiry.words().time(failed.started()) + ": \""
                                    + failed.message().strip()
                                    + "\"); Auto Scaling goes on trying.");
                });
    }
}
