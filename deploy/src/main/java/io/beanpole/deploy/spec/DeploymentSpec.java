package io.beanpole.deploy.spec;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What deployment.yml says: one application, how it is built and where it runs. */
public record DeploymentSpec(
        String application,
        String platform,
        Path dockerrunTemplate,
        Path ebextensions,
        Map<String, BaseSpec> bases,
        Map<String, ImageSpec> images,
        List<String> lanes,
        QueuesSpec queues,
        Map<String, String> buckets,
        Map<String, String> topics,
        Map<String, EnvironmentSpec> environments,
        Optional<TestTaskSpec> testTask,
        Map<String, StageSpec> stages) {
    /** An application that somebody else has described; its environments are those that there are. */
    static DeploymentSpec ofExisting(Path root, String application, String platform, StageSpec stage) {
        return new DeploymentSpec(
                application,
                platform,
                root.resolve("Dockerrun.aws.json.template"),
                root.resolve(".ebextensions"),
                Map.of(),
                Map.of(),
                List.of(),
                LaneSection.silent(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of(stage.name(), stage));
    }

    /** The stage of this name. */
    public StageSpec stage(String name) {
        var stage = stages.get(name);
        if (stage == null) {
            throw new DeployException("deployment.yml has no stage '" + name + "'; it has "
                    + String.join(", ", stages.keySet()) + "." + Nearest.question(name, stages.keySet()));
        }
        return stage;
    }

    /** The stage that runs in the local cloud, if there is one. */
    public Optional<StageSpec> localStage() {
        return stages.values().stream().filter(StageSpec::localCloud).findFirst();
    }

    /** The names of the environments that are meant where none is named: all but the optional ones. */
    public List<String> usualEnvironments() {
        return environments.values().stream()
                .filter(environment -> !environment.isOptional())
                .map(EnvironmentSpec::name)
                .toList();
    }

    /** The environments of a stage, the stage's own settings laid over them; the usual ones if none is named. */
    public List<EnvironmentSpec> environments(StageSpec stage, List<String> names) {
        var chosen = new ArrayList<EnvironmentSpec>();
        for (var name : names.isEmpty() ? usualEnvironments() : names) {
            var environment = environments.get(name);
            if (environment == null) {
                throw new DeployException("deployment.yml has no environment '" + name + "'; it has "
                        + String.join(", ", environments.keySet()) + "."
                        + Nearest.question(name, environments.keySet()));
            }
            var merged = environment.with(null, stage.settings());
            var override = stage.overrides().get(name);
            chosen.add(override == null ? merged : merged.with(override.memory(), override.settings()));
        }
        return chosen;
    }

    /** The name that an environment has in Elastic Beanstalk. */
    public String environmentName(StageSpec stage, String environment) {
        return application + "-" + stage.name() + "-" + environment;
    }

    /** The name, among this file's environments, of the one that drains a lane. */
    public String environmentOfLane(String lane) {
        return environments.values().stream()
                .filter(environment -> lane.equals(environment.lane()))
                .map(EnvironmentSpec::name)
                .findFirst()
                .orElseThrow(
                        () -> new DeployException("No environment of deployment.yml drains the lane '" + lane + "'."));
    }
}
