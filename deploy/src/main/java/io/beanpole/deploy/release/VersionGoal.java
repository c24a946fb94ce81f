package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentChanges;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.NewEnvironment;
import io.beanpole.deploy.spec.OptionName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A version that exists, for an environment that exists and keeps its settings. */
record VersionGoal(
        String application, String environmentName, String versionLabel, List<String> images, Purpose purpose)
        implements Goal {
    @Override
    public boolean asksAgain() {
        return true;
    }

    @Override
    public Optional<SortedMap<OptionName, String>> settings(EnvironmentFeed feed, EnvironmentChanges changes) {
        return Optional.of(Collections.emptySortedMap());
    }

    @Override
    public Optional<NewEnvironment> creation(SortedMap<OptionName, String> settings) {
        return Optional.empty();
    }
}
