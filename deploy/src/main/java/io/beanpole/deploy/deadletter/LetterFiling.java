package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.spec.DeadLetterSpec;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.stage.StateDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where what is known of dead letters is kept.
 *
 * @param application under which actions are written down; empty to take that of the environment that drains the queue
 * @param places where a message says what it is about and why it failed
 * @param folder of the snapshots, with a folder for each dead-letter queue in it
 */
public record LetterFiling(Optional<String> application, DeadLetterSpec places, Path folder) {
    private static final String FOLDER = "dead-letters";

    /** As deployment.yml describes a stage. */
    public static LetterFiling of(DeploymentSpec spec, StageSpec stage, StateDirectory directory) {
        return new LetterFiling(
                Optional.of(spec.application()),
                spec.queues().deadLetters(),
                directory.state().resolve(FOLDER).resolve(stage.name()));
    }

    /**
     * Where nothing describes the cloud: the usual places, and a folder of its own.
     *
     * @param cloud its name, as people know it
     */
    public static LetterFiling undescribed(String cloud, StateDirectory directory) {
        return new LetterFiling(
                Optional.empty(),
                DeadLetterSpec.USUAL,
                directory.state().resolve(FOLDER).resolve(cloud.replaceAll("[^A-Za-z0-9.-]+", "-")));
    }
}
