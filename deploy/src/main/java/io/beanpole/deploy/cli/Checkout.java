package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
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
import java.util.TreeMap;

/** The checkout that a command works on: its description, its state and its local cloud. */
record Checkout(StateDirectory directory) {
    private static final Map<String, String> DATABASE_VARIABLES = Map.of(
            "hostname", "RDS_HOSTNAME",
            "port", "RDS_PORT",
            "name", "RDS_DB_NAME",
            "username", "RDS_USERNAME",
            "password", "RDS_PASSWORD");

    /** The checkout that the script of the same name told of, else the working directory. */
    static Checkout ofThisProcess() {
        var variables = System.getenv();
        var root = Path.of(variables.getOrDefault("BEANPOLE_HOME", "")).toAbsolutePath();
        var state = variables.containsKey("BEANPOLE_STATE")
                ? Path.of(variables.get("BEANPOLE_STATE")).toAbsolutePath()
                : root.resolve(".beanpole");
        return new Checkout(new StateDirectory(root, state));
    }

    DeploymentSpec spec() {
        return new SpecFile(directory.root()).read();
    }

    LocalCloudProcess localCloud() {
        return new LocalCloudProcess(new LocalCloudCommand(directory.root()), directory.localCloud());
    }

    /** The local cloud, which has to run. */
    LocalCloudState runningLocalCloud() {
        return localCloud()
                .running()
                .orElseThrow(() -> new DeployException("The local cloud is not running.", "./beanpole up starts it."));
    }

    /** How to reach a stage. */
    StageAccess access(StageSpec stage) {
        if (stage.localCloud()) {
            var state = runningLocalCloud();
            return new StageAccess(state.access(), state.runsContainers(), state.database());
        }
        var database = new TreeMap<String, String>();
        DATABASE_VARIABLES.forEach((name, variable) -> {
            var value = System.getenv(variable);
            if (value != null) {
                database.put(name, value);
            }
        });
        var aws = new AwsAccess(stage.region(), stage.endpoint(), stage.profile(), null);
        return new StageAccess(aws, true, database);
    }

    /** What the stage tells a person who comes to use it, its sign-in for instance. */
    Map<String, String> announcement(StageSpec stage) {
        var secrets = new Secrets(directory.secrets(stage.name()));
        var values = stage.secrets() ? new Placeholders().with("secret", secrets::secret) : new Placeholders();
        var announcement = new LinkedHashMap<String, String>();
        stage.announce().forEach((name, value) -> announcement.put(name, values.fill("announce." + name, value)));
        return announcement;
    }

    /** The stage that runs in the local cloud. */
    StageSpec localStage(DeploymentSpec spec) {
        return spec.stages().values().stream()
                .filter(StageSpec::localCloud)
                .findFirst()
                .orElseThrow(() -> new DeployException("No stage of deployment.yml says 'localCloud: true'."));
    }
}
