package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.StateFile;
import io.beanpole.scaling.policy.GroupSize;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All groups with their policies and activities, under one lock; every change is on disk at once. Elastic Beanstalk
 * makes a group for each environment, and tells here what became of its instances.
 */
public final class Groups {
    private final StateFile<AutoScalingState> file;
    private final Location location;
    private final Clock clock;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Policies policies;
    private final Activities activities;
    private final Schedules schedules;
    private final GroupNames names = new GroupNames();
    private final GroupSurroundings around;
    private final Map<String, GroupChecks> checks = new HashMap<>();
    private final DetachedInstances outside = new DetachedInstances();
    private volatile GroupNews news = GroupNews.UNHEARD;
    private volatile Consumer<List<PolicyRecord>> policiesGone = gone -> {};

    /**
     * Takes up what was kept.
     *
     * @param market where Spot instances are bought
     * @param interval how often alarms are evaluated
     */
    Groups(Path directory, Location location, Clock clock, Duration interval, SpotMarket market) {
        this.file = new StateFile<>(directory.resolve("autoscaling.json"), AutoScalingState.class);
        this.location = location;
        this.clock = clock;
        AutoScalingState kept = file.read(() -> AutoScalingState.EMPTY);
        this.activities = new Activities(kept.activities(), clock);
        this.policies = new Policies(kept.policies());
        this.schedules = new Schedules(kept.schedules(), clock.instant());
        this.around = new GroupSurroundings(activities, clock, interval, () -> news, market);
        kept.groups().forEach(each -> groups.put(each.name(), new Group(each, around)));
    }

    /** The name of the group with this stem: that of one that was kept, else a new one. */
    public synchronized String nameFor(String stem) {
        return groups.keySet().stream()
                .filter(each -> each.startsWith(stem + "-"))
                .findFirst()
                .orElseGet(() -> names.fresh(stem));
    }

    /**
     * Makes the group, at its minimum and with nothing running yet; one that was kept gets the bounds. The caller names
     * it: by {@link #nameFor} for an environment's own, otherwise freely for a temporary one.
     *
     * @param tags only for a new one
     */
    public synchronized void create(String name, GroupBounds bounds, Map<String, String> tags) {
        Group known = groups.get(name);
        if (known == null) {
            groups.put(name, new Group(GroupRecord.fresh(name, location, bounds, tags, now()), around));
        } else {
            known.become(DeploymentRest.ended(known.record())
                    .withSize(known.record().size().withBounds(bounds.min(), bounds.max()))
                    .withOptions(known.record().options().following(bounds)));
        }
        save();
    }

    /** Launches what the group should have: the minimum of a new one, what was desired before of one that was kept. */
    public void open(String name, GroupInstances behind) {
        change(name, group -> group.attach(behind));
    }

    /** After the bounds changed: what is desired moves into them. */
    public void resize(String name, GroupBounds bounds) {
        change(name, group -> {
            GroupSize next = group.record().size().withBounds(bounds.min(), bounds.max());
            group.become(group.record().withOptions(group.record().options().following(bounds)));
            group.resize(next, Change.byUser(Change.constraints(next)));
        });
    }

    /** During a deployment nothing is launched or ended, so that no instance comes up with the wrong version. */
    public void rest(String name) {
        change(name, group -> {
            group.become(DeploymentRest.begun(group.record()));
        });
    }

    /** After a deployment: what was wanted meanwhile happens now. */
    public void wake(String name) {
        change(name, group -> {
            group.become(DeploymentRest.ended(group.record()));
            group.reconcile();
        });
    }

    /**
     * Moves instances that run from one group to another, as Elastic Beanstalk does at the end of an immutable or
     * traffic-splitting deployment: detached there, attached here. Both desired capacities follow; the source's minimum
     * and the target's maximum give way where they must, and {@link #resize} gives them back. Protection from scale-in
     * is lost: the target's {@code NewInstancesProtectedFromScaleIn} holds (evidence: [D], reference 5.5). From now on
     * what runs behind the target ends them.
     *
     * @param ids those that don't serve in the source are passed over
     * @param cause ends the sentence "instance ... was detached in response to"
     */
    public synchronized void move(String from, String to, List<String> ids, String cause) {
        Group source = byName(from);
        Group target = byName(to);
        Moves.takeIn(target, Moves.release(source, ids, cause), cause);
        save();
    }

    /**
     * Ends instances and wants so many fewer, also where they are protected or Terminate is suspended: what Elastic
     * Beanstalk does with the old instances of an immutable deployment.
     *
     * @param cause ends the sentence "instance ... was taken out of service in response to"
     */
    public void dismiss(String name, List<String> ids, String cause) {
        change(name, group -> Moves.dismiss(group, ids, cause));
    }

    /** An instance serves; it counts in the group that has it now, which may be another than {@code name}. */
    public void inService(String name, String id) {
        changeIfThere(holder(id).orElse(name), group -> group.inService(id));
    }

    public void launchFailed(String name, String id, String why) {
        changeIfThere(holder(id).orElse(name), group -> group.launchFailed(id, why));
    }

    public void terminated(String name, String id) {
        changeIfThere(holder(id).orElse(name), group -> {
            outside.forget(id);
            group.terminated(id);
        });
    }

    /** The local cloud stops: the group launches and ends nothing more, but is kept. */
    public void detach(String name) {
        changeIfThere(name, group -> {
            outside.forgetGroup(name);
            group.detach();
        });
    }

    /** Its environment is gone, and so are its policies, their alarms, its schedule and its activities. */
    public void delete(String name) {
        List<PolicyRecord> gone = policiesOf(name);
        remove(name);
        policiesGone.accept(gone);
    }

    private synchronized List<PolicyRecord> policiesOf(String name) {
        return policies.all().stream().filter(each -> each.group().equals(name)).toList();
    }

    private synchronized void remove(String name) {
        Group gone = groups.remove(name);
        if (gone != null) {
            gone.detach();
            policies.removeGroup(name);
            activities.removeGroup(name);
            schedules.removeGroup(name);
            checks.remove(name);
            outside.forgetGroup(name);
            save();
        }
    }

    /** This hears, outside of the lock, which policies went with their group. */
    void whenPoliciesGo(Consumer<List<PolicyRecord>> listener) {
        policiesGone = listener;
    }

    /** From now on this hears what happens. */
    void tells(GroupNews listener) {
        news = listener;
    }

    /** What the groups do by themselves as time goes by. */
    synchronized void look() {
        boolean changed = false;
        for (ScheduledActionRecord due : schedules.due(clock.instant())) {
            find(due.group()).ifPresent(group -> ScheduledChange.run(group, due));
            changed = true;
        }
        for (Group each : all()) {
            changed |= checks.computeIfAbsent(each.record().name(), name -> new GroupChecks(each))
                    .look();
        }
        if (changed) {
            save();
        }
    }

    synchronized <T> T read(Function<Groups, T> look) {
        return look.apply(this);
    }

    /** Changes one group, for the API. */
    void change(String name, Consumer<Group> change) {
        changed(name, group -> {
            change.accept(group);
            return name;
        });
    }

    /** Changes one group and gives what came of it, for the API. */
    synchronized <T> T changed(String name, Function<Group, T> change) {
        T result = change.apply(byName(name));
        save();
        return result;
    }

    /** Changes what all groups share, for the API. */
    synchronized void changePolicies(Consumer<Policies> change) {
        change.accept(policies);
        save();
    }

    Group byName(String name) {
        return find(name).orElseThrow(() -> Refusals.noGroup(name));
    }

    Optional<Group> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    List<Group> all() {
        return new ArrayList<>(groups.values());
    }

    Policies policies() {
        return policies;
    }

    DetachedInstances outside() {
        return outside;
    }

    Instant now() {
        return clock.instant();
    }

    /** The name of the group that has this instance. */
    String groupOf(String id) {
        return holder(id).orElseThrow(() -> Refusals.noInstance(id));
    }

    Schedules schedules() {
        return schedules;
    }

    Activities activities() {
        return activities;
    }

    Location location() {
        return location;
    }

    private synchronized Optional<String> holder(String id) {
        return groups.values().stream()
                .filter(each -> each.member(id).isPresent())
                .map(each -> each.record().name())
                .findFirst();
    }

    private synchronized void changeIfThere(String name, Consumer<Group> change) {
        find(name).ifPresent(group -> {
            change.accept(group);
            save();
        });
    }

    private void save() {
        file.write(new AutoScalingState(
                groups.values().stream().map(Group::record).toList(),
                policies.all(),
                activities.all(),
                schedules.all()));
    }
}
