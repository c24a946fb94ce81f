package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.desk.BundleReport;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.desk.PolicyRoom;
import io.beanpole.deploy.desk.ReleaseDesk;
import io.beanpole.deploy.desk.RolloutPolicy;
import io.beanpole.deploy.plan.FileChange;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRequest;
import io.beanpole.deploy.release.NameSwap.Named;
import io.beanpole.deploy.release.Promotion.Candidate;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.release.RunningDeployments.Aborted;
import io.beanpole.deploy.release.RunningDeployments.Abortion;
import io.beanpole.deploy.release.RunningDeployments.Followed;
import io.beanpole.deploy.version.KnownVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A desk that answers as the test says, and remembers what it was asked to do. */
public final class FakeDesk implements ReleaseDesk {
    public volatile List<KnownVersion> versions = List.of();
    public volatile PolicyRoom policies =
            new PolicyRoom(new RolloutPolicy(DeploymentPolicy.ALL_AT_ONCE, 100, false), Map.of());
    public volatile List<FileChange> difference = List.of();
    public volatile List<Named> names = List.of();

    public volatile Function<Order, BundleReport> report = order -> {
        throw new DeployException("This test has no bundle.");
    };
    public volatile Function<Order, Plan> plan = order -> {
        throw new DeployException("This test has no plan.");
    };
    /** What following somebody else's deployment tells. */
    public volatile BiFunction<String, DeploymentListener, Followed> watched =
            (name, listener) -> new Followed(name, DeploymentOutcome.SUCCEEDED, name + " is Ready.", Optional.empty());

    public volatile Function<List<Order>, List<DeploymentRecord>> release = orders -> List.of();

    /** Which environments a release changed. */
    public volatile List<String> released = List.of();

    /** The orders that were deployed. */
    public final List<Order> deployed = new CopyOnWriteArrayList<>();

    private final Supplier<Releases> releases;

    /** @param releases does what deployments do */
    public FakeDesk(Supplier<Releases> releases) {
        this.releases = releases;
    }

    /** What was asked for, a line each. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public List<KnownVersion> versions(String environmentName) {
        return versions;
    }

    @Override
    public BundleReport inspect(Order order) {
        return report.apply(order);
    }

    @Override
    public PolicyRoom policies(String environmentName) {
        return policies;
    }

    @Override
    public Plan plan(Order order) {
        return plan.apply(order);
    }

    @Override
    public DeploymentRecord deploy(Order order, DeploymentListener listener) {
        deployed.add(order);
        if (order.content() instanceof Content.Version version) {
            return releases.get().deployVersion(order.environmentName(), version.label(), order.note(), listener);
        }
        var text = order.content() instanceof Content.Dockerrun edited ? edited.text() : "{}";
        return releases.get().deploy(new DeploymentRequest(order.environmentName(), text, order.note()), listener);
    }

    @Override
    public Followed watch(String environmentName, DeploymentListener listener) {
        return watched.apply(environmentName, listener);
    }

    @Override
    public Abortion abortion(String environmentName) {
        return new Abortion(
                "Instances that had got the new version keep it, so that the fleet may be mixed.",
                Optional.of("operation-1"));
    }

    @Override
    public Aborted abort(String environmentName, String operation) {
        asked.add("abort " + environmentName + " " + operation);
        return new Aborted(environmentName, "Rolling", "The update was aborted.", new TreeMap<>(), "action-1");
    }

    @Override
    public List<FileChange> difference(String environmentName, String from, String to) {
        return difference;
    }

    @Override
    public List<Named> swapped(String one, String other) {
        return names;
    }

    @Override
    public List<Named> swap(String one, String other) {
        asked.add("swap " + one + " " + other);
        return names;
    }

    @Override
    public Candidate candidate(String source, ReleaseDesk there, String target) {
        return new Candidate(source, target, "beanpole", "web-promoted", "web-before", List.of());
    }

    @Override
    public DeploymentRecord promote(Candidate candidate, ReleaseDesk there, String note, DeploymentListener listener) {
        asked.add("promote " + candidate.versionLabel() + " to " + candidate.target());
        return there.deploy(
                new Order(candidate.target(), new Content.Version(candidate.versionLabel()), Optional.empty(), note),
                listener);
    }

    @Override
    public List<DeploymentRecord> release(
            List<Order> orders, Map<String, String> seen, String note, Progress progress) {
        orders.forEach(order -> asked.add("release " + order.environmentName()));
        return release.apply(orders);
    }

    @Override
    public List<String> released(String releaseId, List<String> environmentNames) {
        return environmentNames.stream().filter(released::contains).toList();
    }

    @Override
    public List<DeploymentRecord> takeBack(
            String releaseId, List<String> environmentNames, String note, Progress progress) {
        asked.add("take back " + releaseId + " of " + environmentNames);
        return List.of();
    }
}
