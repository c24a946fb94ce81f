package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The instances of one group that wait at hooks. All access is under the lock of {@link Groups}. */
final class LifecycleWaits {
    private final List<LifecycleWait> all = new ArrayList<>();

    /** Lets an instance wait at each hook of this transition at once; gives the waits, none where there is no hook. */
    List<LifecycleWait> begin(String instance, String transition, List<HookRecord> hooks, Instant now) {
        List<LifecycleWait> begun = hooks.stream()
                .filter(each -> each.transition().equals(transition))
                .map(each -> new LifecycleWait(
                        instance, each, UUID.randomUUID().toString(), now, now.plusSeconds(each.heartbeat())))
                .toList();
        all.addAll(begun);
        return begun;
    }

    Optional<LifecycleWait> find(String hook, String instanceOrToken) {
        return all.stream()
                .filter(each -> each.isMeantBy(hook, instanceOrToken))
                .findFirst();
    }

    void extend(LifecycleWait wait, Instant now) {
        all.replaceAll(each -> each.token().equals(wait.token()) ? each.extended(now) : each);
    }

    /** Ends this one; the instance may have others. */
    void end(LifecycleWait wait) {
        all.removeIf(each -> each.token().equals(wait.token()));
    }

    /** The instance waits for nothing any more. */
    void endAll(String instance) {
        all.removeIf(each -> each.instance().equals(instance));
    }

    /** Nobody waits any more. */
    void clear() {
        all.clear();
    }

    boolean isWaiting(String instance) {
        return all.stream().anyMatch(each -> each.instance().equals(instance));
    }

    /** Those whose time is over. */
    List<LifecycleWait> overdue(Instant now) {
        return all.stream().filter(each -> !now.isBefore(each.deadline())).toList();
    }
}
