package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.spec.OptionName;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A request to an environment whose answer was an error. That doesn't mean that it was not taken: if only the answer to
 * the first attempt was lost, AWS's SDK tries again, and the second attempt is refused because the first is under way.
 * But the first may also be somebody else's, so that being updated proves nothing by itself.
 */
final class TakenRequest {
    private TakenRequest() {}

    /**
     * Looks once whether the environment has the version that it was asked for, or tells of it.
     *
     * @param before what it was like when it was asked
     * @param since the newest event that was known then
     */
    static boolean isVersionSeenAt(EnvironmentFeed feed, EnvironmentState before, String versionLabel, Instant since) {
        try {
            return !versionLabel.equals(before.versionLabel())
                            && feed.find(before.name())
                                    .filter(now -> versionLabel.equals(now.versionLabel()))
                                    .isPresent()
                    || feed.events(before, since).stream()
                            .filter(event -> event.date().isAfter(since))
                            .anyMatch(event -> event.message().contains(versionLabel));
        } catch (DeployException e) {
            return false;
        }
    }

    /**
     * Looks once whether the environment is being given the settings that it was asked for.
     *
     * @param before what it was like when it was asked
     */
    static boolean areSettingsSeenAt(
            ReleaseParts parts, EnvironmentState before, SortedMap<OptionName, String> wanted) {
        try {
            return parts.feed()
                    .find(before.name())
                    .filter(now -> ChangedSettings.between(
                                    wanted, parts.changes().settings(now))
                            .isEmpty())
                    .isPresent();
        } catch (DeployException e) {
            return false;
        }
    }
}
