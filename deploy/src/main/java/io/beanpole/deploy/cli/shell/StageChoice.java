package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The stage that a command works on. */
public final class StageChoice {
    private static final String OF_THE_BRANCH = "@";

    @Option(names = "--stage", description = "The stage of deployment.yml (default: the local one).")
    private @Nullable String name;

    /** What deployment.yml says. */
    public DeploymentSpec spec(Shell shell) {
        return shell.checkout().spec();
    }

    /** The stage that was named, or the local one. */
    public StageSpec stage(Shell shell) {
        return shell.checkout().stage(spec(shell), name);
    }

    /** How the stage's cloud is reached. */
    public AwsAccess access(Shell shell) {
        return shell.checkout().access(stage(shell)).aws();
    }

    /** The stage's cloud; whoever opens it closes it. */
    public Connection connect(Shell shell) {
        return shell.checkout().connections().noting(shell.progress()).stage(spec(shell), stage(shell));
    }

    /**
     * The full name of an environment that is called by it, by its name in deployment.yml, or as {@code @}: the one that
     * .elasticbeanstalk/config.yml gives the branch of git that is checked out.
     */
    public String environmentName(Shell shell, String environment) {
        if (environment.equals(OF_THE_BRANCH)) {
            return shell.checkout().environmentOfTheBranch();
        }
        return Checkout.environmentName(spec(shell), stage(shell), environment);
    }

    /**
     * The full name of what is meant by a lane, an environment, or a queue's name or URL: that of the environment that
     * drains the lane, or of the queue itself. Nothing is asked of the cloud.
     */
    String subject(Shell shell, String name) {
        var spec = spec(shell);
        return spec.lanes().contains(name)
                ? spec.environmentName(stage(shell), spec.environmentOfLane(name))
                : EnvironmentParts.nameOfQueue(environmentName(shell, name));
    }
}
