package io.beanpole.deploy.connection;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Nearest;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.Remembered;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.Profiles;
import io.beanpole.deploy.deadletter.LetterFiling;
import io.beanpole.deploy.lane.LaneNames;
import io.beanpole.deploy.lane.TestTaskRoute;
import io.beanpole.deploy.local.LocalCloudCommand;
import io.beanpole.deploy.local.LocalCloudProcess;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.local.LocalDatabases;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.stage.StageAccess;
import io.beanpole.deploy.stage.StageValues;
import io.beanpole.deploy.stage.StateDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The clouds that can be reached from a checkout: its own local one, and AWS by profile and region. */
public final class Connections {
    private static final String LOCAL_NAME = "local cloud";
    /** A connection's account never changes. */
    private static final Duration AS_LONG_AS_IT_IS_USED = Duration.ofDays(365);

    private static final Map<String, String> DATABASE_VARIABLES = Map.of(
            "hostname", "RDS_HOSTNAME",
            "port", "RDS_PORT",
            "name", "RDS_DB_NAME",
            "username", "RDS_USERNAME",
            "password", "RDS_PASSWORD");

    private final StateDirectory directory;
    private final Progress notes;
    private final AccessChoices choices;

    private Connections(StateDirectory directory, Progress notes, AccessChoices choices) {
        this.directory = directory;
        this.notes = notes;
        this.choices = choices;
    }

    /** The clouds of a checkout. */
    public static Connections of(StateDirectory directory) {
        return new Connections(directory, note -> {}, AccessChoices.NONE);
    }

    /** The same clouds, with an ear for what is no reason to fail, a record that can't be read for instance. */
    public Connections noting(Progress listener) {
        return new Connections(directory, listener, choices);
    }

    /** The same clouds, reached as a person chose for one command. */
    public Connections choosing(AccessChoices chosen) {
        return new Connections(directory, notes, chosen);
    }

    /** The local cloud, which has to run; when it is restarted, a new connection is needed. */
    public Connection local() {
        var state = runningLocalCloud();
        var access = new StageAccess(state.access(), state.runsContainers(), state::database);
        return spec().flatMap(spec -> spec.localStage().map(stage -> connect(LOCAL_NAME, spec, stage, access)))
                .orElseGet(() -> connect(LOCAL_NAME, access.aws()));
    }

    /**
     * AWS; nothing is asked of it yet. Where deployment.yml has a stage of this profile and region, the lanes have their
     * names from there.
     *
     * @param profile of ~/.aws; empty for the environment's credentials
     * @param region empty for the profile's
     */
    public Connection aws(String profile, String region) {
        var reached = region.isEmpty() ? regionOf(profile) : region;
        var name = (profile.isEmpty() ? "AWS" : profile) + " in " + reached;
        var access = new AwsAccess(reached, null, profile.isEmpty() ? null : profile, null);
        return spec().flatMap(spec -> spec.stages().values().stream()
                        .filter(stage -> isReachedBy(stage, profile, reached))
                        .findFirst()
                        .map(stage -> connect(name, spec, stage, new StageAccess(access, true, Connections::database))))
                .orElseGet(() -> connect(name, access));
    }

    /** The cloud of a stage of deployment.yml. */
    public Connection stage(DeploymentSpec spec, StageSpec stage) {
        var name = stage.localCloud() ? LOCAL_NAME : stage.name() + " in " + stage.region();
        return connect(name, spec, stage, access(stage));
    }

    /** The cloud of a stage by its name. */
    public Connection stage(String name) {
        var spec = spec().orElseThrow(() -> new DeployException(
                "There is no deployment.yml in " + directory.root() + " to describe the stage " + name + ".",
                "Start the console in a checkout, or connect by an AWS profile."));
        var stage = spec.stages().get(name);
        if (stage == null) {
            throw new DeployException(
                    "deployment.yml has no stage " + name + "."
                            + Nearest.question(name, spec.stages().keySet()),
                    "It has " + String.join(", ", spec.stages().keySet()) + ".");
        }
        return stage(spec, stage);
    }

    /** The stages of deployment.yml, in its order; none where the checkout has no description. */
    public List<StageSpec> stages() {
        return spec().map(spec -> List.copyOf(spec.stages().values())).orElse(List.of());
    }

    /** The names of the AWS profiles of this user. */
    public List<String> profiles() {
        return Profiles.names();
    }

    /** How to reach a stage of deployment.yml. */
    public StageAccess access(StageSpec stage) {
        if (stage.localCloud()) {
            var state = runningLocalCloud();
            var local = choices.toLocalCloud(stage, state.access(stage.role()));
            return new StageAccess(local, state.runsContainers(), database(state, stage));
        }
        return new StageAccess(choices.toAws(stage), true, Connections::database);
    }

    /** The local cloud of this checkout, which has to run. */
    public LocalCloudState runningLocalCloud() {
        return new LocalCloudProcess(new LocalCloudCommand(directory.root()), directory.localCloud())
                .running()
                .orElseThrow(() -> new DeployException("The local cloud is not running.", "./beanpole up starts it."));
    }

    private Connection connect(String name, DeploymentSpec spec, StageSpec stage, StageAccess access) {
        var secrets = new Secrets(directory.secrets(stage.name()));
        var values = new Remembered<>(
                () -> Optional.of(StageValues.of(spec, stage, access, secrets).placeholders()),
                AS_LONG_AS_IT_IS_USED,
                Clock.systemUTC());
        var route = TestTaskRoute.of(spec, stage, () -> values.get().orElseThrow());
        return new AwsConnection(
                name,
                access.aws(),
                new CloudDescription(
                        LaneNames.of(spec, stage),
                        route,
                        LetterFiling.of(spec, stage, directory),
                        spec.queues().declared()),
                notes);
    }

    private Connection connect(String name, AwsAccess access) {
        return new AwsConnection(
                name,
                access,
                new CloudDescription(
                        LaneNames.none(), Optional.empty(), LetterFiling.undescribed(name, directory), Map.of()),
                notes);
    }

    /** Empty where the checkout has no description, as a console that was installed by itself has none. */
    private Optional<DeploymentSpec> spec() {
        var file = new SpecFile(directory.root());
        return file.exists() ? Optional.of(file.read()) : Optional.empty();
    }

    private static boolean isReachedBy(StageSpec stage, String profile, String region) {
        return !stage.localCloud()
                && stage.region().equals(region)
                && profile.equals(stage.profile() == null ? "" : stage.profile());
    }

    private static String regionOf(String profile) {
        return Profiles.region(profile)
                .orElseThrow(() -> new DeployException(
                        "The AWS profile '" + profile + "' sets no region.", "Name one, eu-central-1 for instance."));
    }

    /** The local cloud's own database, or the one that the stage names, made when it is first asked for. */
    private Supplier<Map<String, String>> database(LocalCloudState state, StageSpec stage) {
        var name = stage.database();
        if (name == null) {
            return state::database;
        }
        var made = new Remembered<>(
                () -> {
                    var password = new Secrets(directory.secrets(stage.name())).secret("database-password");
                    return Optional.of(new LocalDatabases(state).ensure(name, password));
                },
                AS_LONG_AS_IT_IS_USED,
                Clock.systemUTC());
        return () -> made.get().orElseThrow();
    }

    private static Map<String, String> database() {
        var database = new TreeMap<String, String>();
        DATABASE_VARIABLES.forEach((name, variable) -> {
            var value = System.getenv(variable);
            if (value != null) {
                database.put(name, value);
            }
        });
        return database;
    }
}
