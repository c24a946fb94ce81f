package io.beanpole.deploy.plan;

import io.beanpole.deploy.spec.OptionName;

/** The drain hook of a worker: .platform/worker/hooks/prebuild/01-drain.sh of a checkout. */
public final class Drain {
    /** The environment property that switches it on: the most seconds that an instance waits; absent or 0 is off. */
    public static final OptionName LIMIT = new OptionName(OptionName.PROPERTIES, "WORKER_DRAIN_SECONDS");

    private Drain() {}

    /** Whether a file of a bundle is such a hook. */
    static boolean isHook(String path) {
        return path.matches("\\.platform/hooks/prebuild/[^/]*drain[^/]*");
    }
}
