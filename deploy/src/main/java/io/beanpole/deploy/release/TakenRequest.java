package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.EnvironmentState;

/**
 * A request to an environment whose answer was an error. That doesn't mean that it was not taken: if only the answer to
 * the first attempt was lost, AWS's SDK tries again, and the second attempt is refused because the first is under way.
 */
public final class TakenRequest {
    private TakenRequest() {}

    /**
     * Looks once whether the environment is being updated, or has the version that it was asked for.
     *
     * @param before what it was like when it was asked
     */
    public static boolean isSeenAt(EnvironmentFeed feed, EnvironmentState before, String versionLabel) {
        try {
            return feed.find(before.name())
                    .filter(now -> "Updating".equals(now.status())
                            || versionLabel.equals(now.versionLabel()) && !versionLabel.equals(before.versionLabel()))
                    .isPresent();
        } catch (DeployException e) {
            return false;
        }
    }
}
