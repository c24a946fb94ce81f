package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Tier;
import java.util.SortedMap;

/** Everything that an environment is created from. */
public record NewEnvironment(
        String application,
        String name,
        Tier tier,
        String platform,
        String versionLabel,
        SortedMap<OptionName, String> settings) {}
