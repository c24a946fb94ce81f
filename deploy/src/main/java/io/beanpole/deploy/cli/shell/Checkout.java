package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.connection.AccessChoices;
import io.beanpole.deploy.connection.Connections;
import io.beanpole.deploy.local.LocalCloudCommand;
import io.beanpole.deploy.local.LocalCloudProcess;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EbConfigFile;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.stage.StageAccess;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checkout that a command works on: its description, its state and its local cloud.
 *
 * @param choices how AWS is reached from here in this one command
 */
public record Checkout(StateDirectory directory, AccessChoices choices) {
    /** A checkout from which AWS is reached as its description says. */
    public Checkout(StateDirectory directory) {
        this(directory, AccessChoices.NONE);
    }

    /** The same checkout, with another way to AWS. */
    public Checkout choosing(AccessChoices chosen) {
        return new Checkout(directory, chosen);
    }

    /** Another project, with the state of this checkout. */
    public Checkout at(Path project) {
        return new Checkout(new StateDirectory(project.toAbsolutePath().normalize(), directory.state()), choices);
    }

    /** The checkout that the script of the same name told of, else the working directory. */
    public static Checkout ofThisProcess() {
        var variables = System.getenv();
        var root = Path.of(variables.getOrDefault("BEANPOLE_HOME", "")).toAbsolutePath();
        var state = variables.containsKey("BEANPOLE_STATE")
                ? Path.of(variables.get("BEANPOLE_STATE")).toAbsolutePath()
                : root.resolve(".beanpole");
        return new Checkout(new StateDirectory(root, state));
    }

    public DeploymentSpec spec() {
        var file = new SpecFile(directory.root());
        if (file.exists()) {
            return file.read();
        }
        var existing = new EbConfigFile(directory.root());
        if (existing.exists()) {
            return existing.read();
        }
        throw new DeployException(
                "There is neither a deployment.yml nor an .elasticbeanstalk/config.yml in " + directory.root() + ".",
                "Name the project's folder with --project DIR, or write a deployment.yml there.");
    }

    /** Whether there is a deployment.yml. */
    public boolean isDescribed() {
        return new SpecFile(directory.root()).exists();
    }

    public LocalCloudProcess localCloud() {
        return new LocalCloudProcess(new LocalCloudCommand(directory.root()), directory.localCloud());
    }

    /** The local cloud, which has to run. */
    public LocalCloudState runningLocalCloud() {
        return connections().runningLocalCloud();
    }

    /** How to reach a stage. */
    public StageAccess access(StageSpec stage) {
        return connections().access(stage);
    }

    /** The clouds that can be reached from here. */
    public Connections connections() {
        return Connections.of(directory).choosing(choices);
    }

    /** What the stage tells a person who comes to use it, its sign-in for instance. */
    public Map<String, String> announcement(StageSpec stage) {
        var secrets = new Secrets(directory.secrets(stage.name()));
        var values = stage.secrets() ? new Placeholders().with("secret", secrets::secret) : new Placeholders();
        var announcement = new LinkedHashMap<String, String>();
        stage.announce().forEach((name, value) -> announcement.put(name, values.fill("announce." + name, value)));
        return announcement;
    }

    /** The stage of this name; where none is named, the only one that there is, or the local one. */
    public StageSpec stage(DeploymentSpec spec, @Nullable String name) {
        if (name == null && spec.stages().size() == 1) {
            return spec.stages().values().iterator().next();
        }
        return name == null ? localStage(spec) : spec.stage(name);
    }

    /** The environment that the EB CLI's file gives the branch of git that is checked out. */
    String environmentOfTheBranch() {
        var branch = branch();
        var existing = new EbConfigFile(directory.root());
        return Optional.of(existing)
                .filter(EbConfigFile::exists)
                .flatMap(file -> file.environmentOf(branch))
                .orElseThrow(() -> new DeployException(
                        "No .elasticbeanstalk/config.yml in " + directory.root() + " gives the branch '" + branch
                                + "' an environment.",
                        "'eb use ENV' writes it there; or name the environment."));
    }

    private String branch() {
        try {
            var head = Files.readString(directory.root().resolve(".git/HEAD")).strip();
            return head.substring(head.lastIndexOf('/') + 1);
        } catch (IOException e) {
            return "default";
        }
    }

    /** The full name of an environment that is called by it, or by its name in deployment.yml. */
    public static String environmentName(DeploymentSpec spec, StageSpec stage, String name) {
        return spec.environments().containsKey(name) ? spec.environmentName(stage, name) : name;
    }

    /** The stage that runs in the local cloud. */
    public StageSpec localStage(DeploymentSpec spec) {
        return spec.localStage()
                .orElseThrow(() -> new DeployException("No stage of deployment.yml says 'localCloud: true'."));
    }
}
