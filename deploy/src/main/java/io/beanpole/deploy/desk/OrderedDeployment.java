package io.beanpole.deploy.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRequest;
import io.beanpole.deploy.release.ImageShelf;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.release.ReleaseParts;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.release.VersionMaking;

/**
 * One order, deployed. Where it wants another policy, the version is made and looked into first, then the policy is
 * set, then the version is deployed: an environment whose version can't be deployed keeps the policy that it has.
 */
final class OrderedDeployment {
    private final ReleaseParts parts;
    private final ImageShelf images;
    private final Releases releases;
    private final ActionJournal journal;
    private final VersionMaking making;

    /**
     * A deployment that is about to begin.
     *
     * @param images tells which can still be pulled
     * @param journal where a policy that changes is written down
     */
    OrderedDeployment(ReleaseParts parts, ImageShelf images, Releases releases, ActionJournal journal) {
        this.parts = parts;
        this.images = images;
        this.releases = releases;
        this.journal = journal;
        making = new VersionMaking(parts);
    }

    DeploymentRecord of(Order order, DeploymentListener listener) {
        var name = order.environmentName();
        if (order.policy().isPresent() && making.environment(name).isReady()) {
            return withPolicy(order, order.policy().get(), listener);
        }
        // What the environment is busy with is the deployment's to refuse, which says who began it.
        if (order.content() instanceof Content.Dockerrun edited) {
            return releases.deploy(new DeploymentRequest(name, edited.text(), order.note()), listener);
        }
        var label = order.content() instanceof Content.Version shelved ? shelved.label() : delivered(order, listener);
        return releases.deployVersion(name, label, order.note(), listener);
    }

    private DeploymentRecord withPolicy(Order order, RolloutPolicy policy, DeploymentListener listener) {
        var name = order.environmentName();
        var label = delivered(order, listener);
        var isChanged = new PolicyStep(parts, journal).take(making.environment(name), policy, listener);
        try {
            return releases.deployVersion(name, label, order.note(), listener);
        } catch (DeployException e) {
            throw isChanged
                    ? new DeployException(
                            e.getMessage() + " How " + name + " is deployed to was changed before, and stays "
                                    + policy.inWords() + ".",
                            e.suggestion()
                                    .orElse("Deploy again, or choose the former policy with the next deployment."),
                            e)
                    : e;
        }
    }

    /** The label of a version that exists by then, and that is known to run as far as its bundle tells. */
    private String delivered(Order order, DeploymentListener listener) {
        var environment = making.environment(order.environmentName());
        var made = new OrderedContent(making).of(environment, order.content());
        var report = new BundleInspection(environment.cname() == null, images).of(made);
        if (!report.errors().isEmpty()) {
            throw new DeployException(
                    "Nothing was changed, because the version " + report.label() + " would not run: "
                            + String.join(" ", report.errors()),
                    "Mend it, or choose another version.");
        }
        return making.goal(order.environmentName(), made, Purpose.of(order.note()), listener::phase)
                .versionLabel();
    }
}
