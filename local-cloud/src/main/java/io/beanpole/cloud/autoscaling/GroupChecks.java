package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.MemberState;
import io.beanpole.scaling.group.ScalingProcess;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a group does by itself as time goes by: default results of hooks, health checks, interruptions, and another try
 * where a launch failed. All access is under the lock of {@link Groups}.
 */
final class GroupChecks {
    /** In AWS's words. */
    static final String EC2_CHECK = "an EC2 health check indicating it has been terminated or stopped";

    /** In AWS's words. */
    static final String USER_CHECK = "a user health-check";

    private static final Duration BETWEEN_LAUNCHES = Duration.ofSeconds(20);

    private final Group group;
    private @Nullable Instant lastTry;

    GroupChecks(Group group) {
        this.group = group;
    }

    /** Looks once; gives whether anything changed. */
    boolean look() {
        boolean expired = LifecycleActions.expire(group);
        boolean replaced = replaceIll();
        boolean interrupted = interrupt();
        return launchAgain() | expired | replaced | interrupted;
    }

    private boolean replaceIll() {
        if (group.isOn(ScalingProcess.HEALTH_CHECK)) {
            group.behind()
                    .ifPresent(running -> group.members().stream()
                            .filter(each -> each.state() == MemberState.IN_SERVICE && !running.isThere(each.id()))
                            .forEach(each -> each.becomesIll(EC2_CHECK)));
        }
        if (!group.isOn(ScalingProcess.REPLACE_UNHEALTHY) || !group.isOn(ScalingProcess.TERMINATE)) {
            return false;
        }
        List<GroupMember> ill = group.members().stream()
                .filter(each -> each.state() == MemberState.IN_SERVICE && !each.isHealthy())
                .toList();
        ill.forEach(each -> group.end(each, Change.takenOutBy(group.now(), each.illness())));
        if (!ill.isEmpty()) {
            group.reconcile(Change.REPLACEMENT, "");
        }
        return !ill.isEmpty();
    }

    private boolean interrupt() {
        Instant now = group.now();
        List<GroupMember> due = group.members().stream()
                .filter(each -> !each.state().isTerminating())
                .filter(each -> Optional.ofNullable(each.interruption())
                        .filter(at -> !now.isBefore(at))
                        .isPresent())
                .toList();
        for (GroupMember each : due) {
            String cause = Change.takenOutBy(now, EC2_CHECK);
            group.leave(each, cause);
            group.behind().ifPresent(running -> running.interrupt(each.id(), cause));
        }
        if (!due.isEmpty()) {
            group.reconcile(Change.REPLACEMENT, "");
        }
        return !due.isEmpty();
    }

    /** Somebody resumed a process, or a launch failed: what is missing is tried again, but not at every look. */
    private boolean launchAgain() {
        GroupSize size = group.record().size();
        Instant last = lastTry;
        boolean isShort =
                group.behind().isPresent() && group.running() < size.desired() && group.isOn(ScalingProcess.LAUNCH);
        if (!isShort) {
            lastTry = null;
            return false;
        }
        if (last == null) {
            lastTry = group.now();
            return false;
        }
        if (group.now().isBefore(last.plus(BETWEEN_LAUNCHES))) {
            return false;
        }
        lastTry = group.now();
        group.reconcile();
        return true;
    }
}
