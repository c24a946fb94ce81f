package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentChanges;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.NewEnvironment;
import io.beanpole.deploy.spec.OptionName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What one environment shall become: a version, and maybe settings; existing or made for it. */
public interface Goal {
    String application();

    String environmentName();

    String versionLabel();

    /** The images of the version, by digest where pinned. */
    List<String> images();

    Purpose purpose();

    /**
     * Whether the version is asked for even if the environment says that it has it: after a failed deployment it says
     * so while its instances run anything.
     */
    boolean asksAgain();

    /** The settings that it must have; empty while another environment has to come first. */
    Optional<SortedMap<OptionName, String>> settings(EnvironmentFeed feed, EnvironmentChanges changes);

    /** What it is created from where it doesn't exist; empty if it has to exist. */
    Optional<NewEnvironment> creation(SortedMap<OptionName, String> settings);
}
