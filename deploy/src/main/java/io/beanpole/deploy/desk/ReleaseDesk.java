package io.beanpole.deploy.desk;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.plan.FileChange;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.NameSwap.Named;
import io.beanpole.deploy.release.Promotion.Candidate;
import io.beanpole.deploy.release.RunningDeployments.Aborted;
import io.beanpole.deploy.release.RunningDeployments.Abortion;
import io.beanpole.deploy.release.RunningDeployments.Followed;
import io.beanpole.deploy.version.KnownVersion;
import java.util.List;
import java.util.Map;

/**
 * What a release manager does and asks beside deploying a file: plan, policies, abort, promote, swap, compare. Every
 * method blocks until it has its answer; a refusal is a {@link io.beanpole.deploy.DeployException} with a sentence.
 */
public interface ReleaseDesk {
    /** The newest versions of an environment's application, and those that run: where, and whether deployable. */
    List<KnownVersion> versions(String environmentName);

    /** What is in the bundle that an order stands for, and what would not run; nothing is uploaded. */
    BundleReport inspect(Order order);

    /** How the environment is deployed to, and how it could be. */
    PolicyRoom policies(String environmentName);

    /** What a deployment would change, as the cloud is now. */
    Plan plan(Order order);

    /**
     * Deploys an order and follows it to its end: first the policy, if another is wanted, then the version. An outcome
     * other than success is in the record, not an exception.
     */
    DeploymentRecord deploy(Order order, DeploymentListener listener);

    /** Follows what an environment is busy with, whoever began it, to its end. */
    Followed watch(String environmentName, DeploymentListener listener);

    /** What an abort would stop and leave. */
    Abortion abortion(String environmentName);

    /**
     * Stops what an environment is busy with, and waits until it is at rest; refused when that is something else than a
     * person agreed to by now.
     *
     * @param operation as the abortion named it
     */
    Aborted abort(String environmentName, String operation);

    /** The files in which two versions of an environment's application differ. */
    List<FileChange> difference(String environmentName, String from, String to);

    /** Who would have which name after a swap of two web environments. */
    List<Named> swapped(String one, String other);

    /** Swaps the names of two web environments, and waits until both have them. */
    List<Named> swap(String one, String other);

    /** The version that a promotion would bring, with what speaks against it. */
    Candidate candidate(String source, ReleaseDesk there, String target);

    /** Brings a candidate's version to the other cloud, which may be this one, and deploys it there. */
    DeploymentRecord promote(Candidate candidate, ReleaseDesk there, String note, DeploymentListener listener);

    /**
     * Deploys several orders as one: consumers before producers, and all go back if one fails. Policies that are wanted
     * are set once everything is known to be deployable.
     *
     * @param seen the version of each environment when its order was prepared; refused when one has another by now
     */
    List<DeploymentRecord> release(List<Order> orders, Map<String, String> seen, String note, Progress progress);

    /** Which of these environments a release changed, in their order. */
    List<String> released(String releaseId, List<String> environmentNames);

    /** Takes a release back as a whole, producers first; refused when something was deployed since. */
    List<DeploymentRecord> takeBack(String releaseId, List<String> environmentNames, String note, Progress progress);
}
