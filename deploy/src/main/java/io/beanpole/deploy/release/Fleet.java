package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.EnvironmentState;

/** The instances of an environment as they report themselves; with basic health none does, and nothing is known. */
record Fleet(EnvironmentFeed feed, EnvironmentState environment) {
    /** Whether Elastic Beanstalk and every instance say that this version runs. */
    boolean isWhollyAt(String label) {
        return label.equals(environment.versionLabel())
                && feed.instances(environment)
                        .filter(all -> all.stream().allMatch(instance -> instance.runs(label)))
                        .isPresent();
    }

    /**
     * Whether only a deployment brings this version to all: Elastic Beanstalk goes by the last success, so that after a
     * failure its label is right while instances run another.
     */
    boolean lacks(String label) {
        return !label.equals(environment.versionLabel())
                || feed.instances(environment)
                        .filter(all -> all.stream().anyMatch(instance -> instance.isStuckOff(label)))
                        .isPresent();
    }
}
