package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.spec.OptionName;
import java.util.Optional;
import java.util.SortedMap;

/** What can be asked of environments. */
public interface EnvironmentChanges {
    /** Starts a new environment. */
    EnvironmentState create(NewEnvironment environment);

    /** Asks the environment to run another version; settings go in a step of their own. */
    void updateVersion(EnvironmentState environment, String versionLabel);

    /** Asks the environment to change these settings and leave the others. */
    void updateSettings(EnvironmentState environment, SortedMap<OptionName, String> settings);

    /** Asks Elastic Beanstalk to stop what it is doing to the environment. */
    void abort(EnvironmentState environment);

    /** Asks for the names of two web environments to be swapped. */
    void swap(EnvironmentState one, EnvironmentState other);

    /** The settings that the environment has. */
    SortedMap<OptionName, String> settings(EnvironmentState environment);

    /** The URL of a worker environment's queue, once it has one. */
    Optional<String> queueUrl(String environmentName);
}
