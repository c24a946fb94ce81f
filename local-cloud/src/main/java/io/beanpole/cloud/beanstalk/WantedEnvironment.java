package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionChanges;
import java.util.Map;

/**
 * An environment that somebody asked for, before it is there; what wasn't said is empty.
 *
 * @param saved the saved configuration that it begins with
 * @param changes its option settings by the API
 * @param links the names of environments by the names of the links to them
 */
record WantedEnvironment(
        String name,
        String application,
        String groupName,
        String description,
        String cnamePrefix,
        EnvironmentTierName tier,
        String version,
        EnvironmentPlatform platform,
        SavedSettings saved,
        OptionChanges changes,
        Map<String, String> links,
        Map<String, String> tags) {}
