package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.autoscaling.GroupBounds;
import io.beanpole.cloud.autoscaling.GroupInstances;
import io.beanpole.cloud.autoscaling.Groups;
import io.beanpole.cloud.autoscaling.PurchaseOptions;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Auto Scaling group of one environment: it decides how many instances run, the options only bound it, and all that
 * it launches run the same version. An environment has one, and a temporary second one while a deployment replaces its
 * instances.
 */
final class EnvironmentGroup implements GroupInstances {
    private final Groups groups;
    private final String name;
    private volatile @Nullable GroupBounds bounds;
    private volatile @Nullable Fleet fleet;
    private volatile @Nullable RunningVersion version;

    private EnvironmentGroup(Groups groups, String name) {
        this.groups = groups;
        this.name = name;
    }

    /** The environment's own: the one that was kept, else one that is still to be made. */
    static EnvironmentGroup own(Groups groups, String environmentId) {
        return new EnvironmentGroup(groups, groups.nameFor("awseb-" + environmentId + "-stack-AWSEBAutoScalingGroup"));
    }

    /** The temporary one, named as on AWS (reference 3.4); one that a cut deployment left has the same name. */
    static EnvironmentGroup temporary(Groups groups, String environmentId) {
        return new EnvironmentGroup(
                groups, groups.nameFor("awseb-" + environmentId + "-immutable-stack-AWSEBAutoScalingGroup"));
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
        return fleet != null;
    }

    /**
     * Makes it, once, with nothing running yet, so that policies can be put on it.
     *
     * @throws CloudException when no group can have these bounds, also when it is there already
     */
    void create(OptionSettings settings, EnvironmentRecord environment) {
        create(bounds(settings), environment);
    }

    /** With room for exactly so many. */
    void create(int size, EnvironmentRecord environment) {
        create(new GroupBounds(size, size, 0), environment);
    }

    private void create(GroupBounds wanted, EnvironmentRecord environment) {
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
    void open(Fleet behind) {
        fleet = behind;
        groups.open(name, this);
    }

    /** What instances that are launched from now on run. */
    void launchesWith(RunningVersion next) {
        version = next;
    }

    /** Undoes {@link #launchesWith}. */
    void launchesAgainWith(Optional<RunningVersion> before) {
        version = before.orElse(null);
    }

    Optional<RunningVersion> version() {
        return Optional.ofNullable(version);
    }

    /** The deployment that new instances report. */
    long deploymentId() {
        RunningVersion present = version;
        return present == null ? 0 : present.deploymentId();
    }

    @Override
    public List<String> launch(int count, String cause) {
        RunningVersion present = version;
        Fleet behind = fleet;
        return present == null || behind == null ? List.of() : behind.launch(this, present, count);
    }

    @Override
    public void terminate(String id, String cause) {
        Fleet behind = fleet;
        if (behind != null) {
            behind.terminate(id);
        }
    }

    @Override
    public void isSpot(String id) {
        member(id).ifPresent(member -> member.spot().isSpot());
    }

    @Override
    public void warnOfInterruption(String id, Instant at) {
        member(id).ifPresent(member -> member.warnOfInterruption(at));
    }

    @Override
    public void interrupt(String id, String cause) {
        Fleet behind = fleet;
        if (behind != null) {
            behind.interrupt(id);
        }
    }

    @Override
    public void putBehindBalancer(String id, boolean behind) {
        Fleet present = fleet;
        if (present != null) {
            present.serve(id, behind);
        }
    }

    @Override
    public boolean isThere(String id) {
        Fleet behind = fleet;
        return behind == null
                || behind.isClosed()
                || member(id).map(FleetMember::isRunning).orElse(true);
    }

    private Optional<FleetMember> member(String id) {
        Fleet behind = fleet;
        return behind == null ? Optional.empty() : behind.member(id);
    }

    /** Follows the options; what is desired stays where it is within new bounds. */
    void follow(OptionSettings settings) {
        GroupBounds wanted = bounds(settings);
        if (isCreated() && !wanted.equals(bounds)) {
            groups.resize(name, wanted);
            bounds = wanted;
        }
    }

    /** Wants exactly so many for a while, whatever the options say; {@link #bound} ends it. */
    void holdAt(int size) {
        groups.resize(name, new GroupBounds(size, size, cooldown(), purchase()));
    }

    /** Back to what the options say; what is desired stays where it is within them. */
    void bound() {
        GroupBounds present = bounds;
        if (present != null) {
            groups.resize(name, present);
        }
    }

    /** During a deployment no instance comes or goes, so that none comes with the wrong version. */
    void rest() {
        groups.rest(name);
    }

    void wake() {
        groups.wake(name);
    }

    /** Hands these over to another group of the same environment; they lose their protection from scale-in [D]. */
    void handOver(List<FleetMember> members, EnvironmentGroup to, String cause) {
        groups.move(name, to.name, members.stream().map(FleetMember::id).toList(), cause);
        members.forEach(member -> member.joins(to));
    }

    /** Ends these and wants so many fewer, whatever protects them. */
    void dismiss(List<FleetMember> members, String cause) {
        groups.dismiss(name, members.stream().map(FleetMember::id).toList(), cause);
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

    /** It is gone, and can be made anew. */
    void delete() {
        groups.delete(name);
        bounds = null;
        fleet = null;
    }

    private int cooldown() {
        GroupBounds present = bounds;
        return present == null ? 0 : present.cooldown();
    }

    private PurchaseOptions purchase() {
        GroupBounds present = bounds;
        return present == null ? PurchaseOptions.ON_DEMAND : present.purchase();
    }

    /** @throws CloudException when no group can have these bounds */
    private static GroupBounds bounds(OptionSettings settings) {
        settings.boundsFault().ifPresent(fault -> {
            throw new CloudException(fault);
        });
        return new GroupBounds(
                settings.number(OptionName.GROUP, "MinSize", 1),
                settings.number(OptionName.GROUP, "MaxSize", 4),
                settings.number(OptionName.GROUP, "Cooldown", 360),
                PurchaseSettings.of(settings));
    }
}
