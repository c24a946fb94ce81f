package io.beanpole.cloud.autoscaling;

import java.time.Instant;

/**
 * One instance at one hook.
 *
 * @param token names this wait to whoever completes it
 * @param begun when it came to the hook
 * @param deadline when the default result holds
 */
record LifecycleWait(String instance, HookRecord hook, String token, Instant begun, Instant deadline) {
    /** A heartbeat: it waits as long again, but never longer than the hook's longest. */
    LifecycleWait extended(Instant now) {
        Instant wanted = now.plusSeconds(hook.heartbeat());
        Instant last = begun.plus(hook.longest());
        return new LifecycleWait(instance, hook, token, begun, wanted.isBefore(last) ? wanted : last);
    }

    /** Whether a request means this one: by the hook, and by the instance or the token. */
    boolean isMeantBy(String hookName, String instanceOrToken) {
        return hook.name().equals(hookName) && (instance.equals(instanceOrToken) || token.equals(instanceOrToken));
    }
}
