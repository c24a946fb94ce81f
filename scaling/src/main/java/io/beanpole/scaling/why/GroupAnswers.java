package io.beanpole.scaling.why;

import java.util.Optional;
import java.util.regex.Pattern;

/** Answers that the group itself gives: it changed, or it could not become what it should be. */
record GroupAnswers(Inquiry inquiry) {
    /** How EC2 says that it has no Spot capacity; other failures of Spot launches are matters of settings or rights. */
    private static final Pattern NO_CAPACITY =
            Pattern.compile("UnfulfillableCapacity|InsufficientInstanceCapacity|no Spot capacity available");

    /** It was made after the moment that is asked about. */
    Optional<Answer> absent() {
        GroupSnapshot group = inquiry.facts().group();
        return inquiry.at().isBefore(group.created())
                ? Optional.of(new Answer(
                        Verdict.NOT_THERE_YET,
                        "There was nothing to scale: the group " + group.name() + " was made at "
                                + inquiry.words().time(group.created()) + "."))
                : Optional.empty();
    }

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
                .filter(GroupActivityRecord::tellsAllProtected)
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
        Optional<String> reason = inquiry.suspended(process);
        return inquiry.moment()
                .deployment()
                .map(span -> new Answer(Verdict.DEPLOYMENT, wanted + ", but " + deployed(span, process, reason)))
                .orElseGet(() -> new Answer(
                        Verdict.PROCESS_SUSPENDED, wanted + ", but " + suspended(process, reason.orElse(""))));
    }

    /** Of the past nobody knows which processes were suspended, so no more is said than that it was so. */
    private String deployed(DeploymentSpan span, String process, Optional<String> reason) {
        String since = inquiry.words().time(span.from());
        String end = span.to() == null ? "" : inquiry.words().time(span.to());
        if (inquiry.moment().isNow() || reason.isPresent()) {
            return span.what() + " is in progress since " + since + " and holds scaling back "
                    + (end.isEmpty() ? "until it is over" : "until " + end)
                    + (reason.isEmpty() ? "." : ": the process " + process + " is suspended.");
        }
        return span.what() + " was in progress from " + since + (end.isEmpty() ? " on" : " to " + end)
                + ". It may have held scaling back: AWS keeps no record of which processes were suspended.";
    }

    private String suspended(String process, String reason) {
        return "the group's process " + process + " is suspended"
                + (reason.isBlank() ? "" : " (" + reason + ")") + ": resume it with 'aws autoscaling"
                + " resume-processes --auto-scaling-group-name "
                + inquiry.facts().group().name() + " --scaling-processes " + process + "'.";
    }

    private Optional<Answer> launchFailed() {
        Moment moment = inquiry.moment();
        return moment.lastFailedLaunch()
                .filter(failed -> moment.desired() > moment.inService())
                .map(failed -> {
                    boolean isSpot = failed.message().contains("Spot")
                            && NO_CAPACITY.matcher(failed.message()).find();
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
