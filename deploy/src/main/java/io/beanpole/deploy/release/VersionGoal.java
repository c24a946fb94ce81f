package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentChanges;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.NewEnvironment;
import io.beanpole.deploy.spec.OptionName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A version that exists, for an environment that exists.
 *
 * @param settings those that shall change; the others stay
 */
record VersionGoal(
        String application,
        String environmentName,
        String versionLabel,
        List<String> images,
        Purpose purpose,
        SortedMap<OptionName, String> settings,
        boolean asksAgain)
        implements Goal {
    VersionGoal(String application, String environmentName, String versionLabel, List<String> images, Purpose purpose) {
        this(application, environmentName, versionLabel, images, purpose, Collections.emptySortedMap(), true);
    }

    /** The same goal for whoever only joins what is under way. */
    VersionGoal withoutAsking() {
        return new VersionGoal(application, environmentName, versionLabel, images, purpose, settings, false);
    }

    @Override
    public Optional<SortedMap<OptionName, String>> settings(EnvironmentFeed feed, EnvironmentChanges changes) {
        return Optional.of(settings);
    }

    @Override
    public Optional<NewEnvironment> creation(SortedMap<OptionName, String> settings) {
        return Optional.empty();
    }
}
