package io.beanpole.cloud.sqsd;

/**
 * Where the daemon's ways are not options of Elastic Beanstalk.
 *
 * @param errorVisibilityAfterTimeouts whether ErrorVisibilityTimeout, when set, is honoured for timeouts, too, under the
 *     profile {@link FailureProfile#MEASURED}; on 3.0.5 that is an open question
 */
public record SqsdBehaviour(
        FailureProfile profile, boolean errorVisibilityAfterTimeouts, Prefetch prefetch, ProxyStage proxy) {
    /** As today's daemon on ECS-managed Docker, without the duplicates of its prefetch. */
    public static final SqsdBehaviour DEFAULT =
            new SqsdBehaviour(FailureProfile.MEASURED, false, Prefetch.GUARDED, ProxyStage.NONE);

    public SqsdBehaviour with(FailureProfile next) {
        return new SqsdBehaviour(next, errorVisibilityAfterTimeouts, prefetch, proxy);
    }

    public SqsdBehaviour with(Prefetch next) {
        return new SqsdBehaviour(profile, errorVisibilityAfterTimeouts, next, proxy);
    }

    public SqsdBehaviour with(ProxyStage next) {
        return new SqsdBehaviour(profile, errorVisibilityAfterTimeouts, prefetch, next);
    }

    public SqsdBehaviour withErrorVisibilityAfterTimeouts(boolean next) {
        return new SqsdBehaviour(profile, next, prefetch, proxy);
    }
}
