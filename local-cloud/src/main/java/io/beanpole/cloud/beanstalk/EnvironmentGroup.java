package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.autoscaling.GroupBounds;
import io.beanpole.cloud.autoscaling.GroupInstances;
import io.beanpole.cloud.autoscaling.Groups;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Auto Scaling group of one environment: it decides how many instances run, the options only bound it. */
final class EnvironmentGroup {
    private final Groups groups;
    private final String name;
    private volatile @Nullable GroupBounds bounds;
    private volatile boolean isOpen;

    /** Takes the group that was kept for this environment, else will make one. */
    EnvironmentGroup(Groups groups, String environmentId) {
        this.groups = groups;
        this.name = groups.nameFor("awseb-" + environmentId + "-stack-AWSEBAutoScalingGroup");
    }

    String name() {
        return name;
    }

    /** Whether it is there. */
    boolean isCreated() {
        return bounds != null;
    }

    /** Whether it launches and ends instances. */
    boolean isOpen() {
        return isOpen;
    }

    /**
     * Makes it, once, with nothing running yet, so that policies can be put on it.
     *
     * @throws CloudException when no group can have these bounds, also when it is there already
     */
    void create(OptionSettings settings, EnvironmentRecord environment) {
        GroupBounds wanted = bounds(settings);
        if (!isCreated()) {
            Map<String, String> tags = Map.of(
                    "Name", environment.name(),
                    "elasticbeanstalk:environment-id", environment.id(),
                    "elasticbeanstalk:environment-name", environment.name());
            groups.create(name, wanted, tags);
            bounds = wanted;
        }
    }

    /** Begins to launch what should run. */
    void open(GroupInstances fleet) {
        isOpen = true;
        groups.open(name, fleet);
    }

    /** Follows the options; what is desired stays where it is within new bounds. */
    void follow(OptionSettings settings) {
        GroupBounds wanted = bounds(settings);
        if (isCreated() && !wanted.equals(bounds)) {
            groups.resize(name, wanted);
            bounds = wanted;
        }
    }

    /** During a deployment no instance comes or goes, so that none comes with the wrong version. */
    void rest() {
        groups.rest(name);
    }

    void wake() {
        groups.wake(name);
    }

    void inService(String id) {
        groups.inService(name, id);
    }

    void launchFailed(String id, String why) {
        groups.launchFailed(name, id, why);
    }

    void terminated(String id) {
        groups.terminated(name, id);
    }

    /** The local cloud stops; the group is kept at its size. */
    void detach() {
        groups.detach(name);
    }

    void delete() {
        groups.delete(name);
    }

    /** @throws CloudException when no group can have these bounds */
    private static GroupBounds bounds(OptionSettings settings) {
        settings.boundsFault().ifPresent(fault -> {
            throw new CloudException(fault);
        });
        return new GroupBounds(
                settings.number(OptionName.GROUP, "MinSize", 1),
                settings.number(OptionName.GROUP, "MaxSize", 4),
                settings.number(OptionName.GROUP, "Cooldown", 360));
    }
}
