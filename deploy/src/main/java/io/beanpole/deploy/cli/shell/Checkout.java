package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.connection.Connections;
import io.beanpole.deploy.local.LocalCloudCommand;
import io.beanpole.deploy.local.LocalCloudProcess;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.stage.StageAccess;
import io.beanpole.deploy.stage.StateDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checkout that a command works on: its description, its state and its local cloud. */
public record Checkout(StateDirectory directory) {
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
        return new SpecFile(directory.root()).read();
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
        return Connections.of(directory);
    }

    /** What the stage tells a person who comes to use it, its sign-in for instance. */
    public Map<String, String> announcement(StageSpec stage) {
        var secrets = new Secrets(directory.secrets(stage.name()));
        var values = stage.secrets() ? new Placeholders().with("secret", secrets::secret) : new Placeholders();
        var announcement = new LinkedHashMap<String, String>();
        stage.announce().forEach((name, value) -> announcement.put(name, values.fill("announce." + name, value)));
        return announcement;
    }

    /** The stage of this name, or the local one where none is named. */
    public StageSpec stage(DeploymentSpec spec, @Nullable String name) {
        return name == null ? localStage(spec) : spec.stage(name);
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
