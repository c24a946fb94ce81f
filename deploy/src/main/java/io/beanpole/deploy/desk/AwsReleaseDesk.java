package io.beanpole.deploy.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.plan.BundleComparison;
import io.beanpole.deploy.plan.FileChange;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.Plans;
import io.beanpole.deploy.plan.cloud.AwsCloudFacts;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.NameSwap;
import io.beanpole.deploy.release.NameSwap.Named;
import io.beanpole.deploy.release.OtherCloud;
import io.beanpole.deploy.release.Promotion;
import io.beanpole.deploy.release.Promotion.Candidate;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.release.ReleaseParts;
import io.beanpole.deploy.release.ReleaseUndo;
import io.beanpole.deploy.release.RunningDeployments;
import io.beanpole.deploy.release.RunningDeployments.Aborted;
import io.beanpole.deploy.release.RunningDeployments.Abortion;
import io.beanpole.deploy.release.RunningDeployments.Followed;
import io.beanpole.deploy.release.SameCloud;
import io.beanpole.deploy.release.VersionCarrier;
import io.beanpole.deploy.release.VersionMaking;
import io.beanpole.deploy.version.AwsVersionCloud;
import io.beanpole.deploy.version.Inventory;
import io.beanpole.deploy.version.KnownVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The desk of one account and region, over the clients that the commands use as well. */
public final class AwsReleaseDesk implements ReleaseDesk, AutoCloseable {
    /** Each version that is looked at costs the reading of its bundle. */
    private static final int VERSIONS = 30;

    private final AwsAccess access;
    private final ReleaseClients clients;
    private final VersionMaking making;
    private final OrderedContent content;
    private final Progress notes;

    /**
     * A desk that has asked nothing yet.
     *
     * @param notes hears what is no reason to fail, a record that can't be read for instance
     */
    public AwsReleaseDesk(AwsAccess access, Progress notes) {
        this.access = access;
        this.notes = notes;
        clients = new ReleaseClients(access, notes);
        making = new VersionMaking(parts());
        content = new OrderedContent(making);
    }

    @Override
    public List<KnownVersion> versions(String environmentName) {
        var application = making.environment(environmentName).application();
        try (var cloud = new AwsVersionCloud(access, application)) {
            return new Inventory(cloud).of(application, VERSIONS);
        }
    }

    @Override
    public BundleReport inspect(Order order) {
        var environment = making.environment(order.environmentName());
        return new BundleInspection(environment.cname() == null, clients.images())
                .of(content.of(environment, order.content()));
    }

    @Override
    public PolicyRoom policies(String environmentName) {
        var environment = making.environment(environmentName);
        return PolicyRoom.of(parts().changes().settings(environment), environment.cname() == null);
    }

    @Override
    public Plan plan(Order order) {
        var environment = making.environment(order.environmentName());
        var made = content.of(environment, order.content());
        try (var facts = new AwsCloudFacts(access, environment.application())) {
            var targets = new OrderTargets(environment.application(), order, made);
            return new Plans(facts, targets, access.clock()).of(Set.of(order.environmentName()));
        }
    }

    @Override
    public DeploymentRecord deploy(Order order, DeploymentListener listener) {
        return new OrderedDeployment(parts(), clients.images(), clients.releases(), clients.journal())
                .of(order, listener);
    }

    @Override
    public Followed watch(String environmentName, DeploymentListener listener) {
        return running().watch(environmentName, listener);
    }

    @Override
    public Abortion abortion(String environmentName) {
        return running().abortion(environmentName);
    }

    @Override
    public Aborted abort(String environmentName, String operation) {
        return running().abort(environmentName, operation);
    }

    @Override
    public List<FileChange> difference(String environmentName, String from, String to) {
        var application = making.environment(environmentName).application();
        var versions = parts().versions();
        return BundleComparison.of(
                versions.bundle(new VersionName(application, from)), versions.bundle(new VersionName(application, to)));
    }

    @Override
    public List<Named> swapped(String one, String other) {
        return names().preview(one, other);
    }

    @Override
    public List<Named> swap(String one, String other) {
        return names().swap(one, other);
    }

    @Override
    public Candidate candidate(String source, ReleaseDesk there, String target) {
        var other = of(there);
        return new Promotion(parts(), other.parts(), carrierTo(other)).candidate(source, target, true);
    }

    @Override
    public DeploymentRecord promote(Candidate candidate, ReleaseDesk there, String note, DeploymentListener listener) {
        listener.phase("carry");
        carrierTo(of(there)).carry(new VersionName(candidate.application(), candidate.versionLabel()));
        var order = new Order(
                candidate.target(),
                new Content.Version(candidate.versionLabel()),
                Optional.empty(),
                note.isEmpty() ? "promoted from " + candidate.source() : note);
        return there.deploy(order, listener);
    }

    @Override
    public List<DeploymentRecord> release(
            List<Order> orders, Map<String, String> seen, String note, Progress progress) {
        return joint(progress).of(orders, seen, note);
    }

    @Override
    public List<String> released(String releaseId, List<String> environmentNames) {
        var undo = new ReleaseUndo(parts(), clients.images());
        return environmentNames.stream()
                .filter(name -> undo.isPartOf(making.environment(name), releaseId))
                .toList();
    }

    @Override
    public List<DeploymentRecord> takeBack(
            String releaseId, List<String> environmentNames, String note, Progress progress) {
        return joint(progress).takeBack(releaseId, environmentNames, note);
    }

    @Override
    public void close() {
        clients.close();
    }

    private ReleaseParts parts() {
        return clients.parts();
    }

    private RunningDeployments running() {
        return new RunningDeployments(parts(), clients.journal());
    }

    private JointRelease joint(Progress progress) {
        return new JointRelease(parts(), clients.images(), clients.logs()::tail, clients.journal(), progress);
    }

    private NameSwap names() {
        return new NameSwap(parts(), clients.journal());
    }

    /** Within one account and region nothing has to be carried. */
    private VersionCarrier carrierTo(AwsReleaseDesk other) {
        var isSame = access.region().equals(other.access.region())
                && Objects.equals(access.endpoint(), other.access.endpoint())
                && Account.id(access).equals(Account.id(other.access));
        return isSame
                ? new SameCloud(other.parts())
                : new OtherCloud(
                        new OtherCloud.Side(parts(), clients.repositories()),
                        new OtherCloud.Side(other.parts(), other.clients.repositories()),
                        notes);
    }

    private static AwsReleaseDesk of(ReleaseDesk there) {
        if (there instanceof AwsReleaseDesk desk) {
            return desk;
        }
        throw new DeployException(
                "Versions can't be carried to that connection, because it is no account of AWS and no local cloud.");
    }
}
