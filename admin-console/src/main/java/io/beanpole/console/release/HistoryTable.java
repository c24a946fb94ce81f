package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.release.DeploymentRecord;
import java.time.Clock;
import java.util.stream.Collectors;

/** What the cells of the history say. */
final class HistoryTable {
    private final Clock clock;

    HistoryTable(Clock clock) {
        this.clock = clock;
    }

    String started(DeploymentRecord deployment) {
        return Wording.time(deployment.startedAt(), clock.instant(), clock.getZone());
    }

    static Mark outcome(DeploymentRecord deployment) {
        return switch (deployment.outcome()) {
            case SUCCEEDED -> new Mark(Tone.GOOD, Words.of("deploy.history.succeeded"));
            case FAILED ->
                deployment.wasAborted()
                        ? new Mark(Tone.WARNING, Words.of("deploy.history.aborted"))
                        : new Mark(Tone.BAD, Words.of("deploy.history.failed"));
            case UNKNOWN -> new Mark(Tone.WARNING, Words.of("deploy.history.unknown"));
        };
    }

    static String actor(DeploymentRecord deployment) {
        return Names.actor(deployment.actor());
    }

    static String versions(DeploymentRecord deployment) {
        var from = deployment.fromVersion();
        return Words.of(
                "deploy.history.fromTo",
                from.isEmpty() ? Words.of("deploy.history.nothing") : from,
                deployment.toVersion());
    }

    static String images(DeploymentRecord deployment) {
        return deployment.images().stream().map(Names::image).collect(Collectors.joining(", "));
    }

    static String took(DeploymentRecord deployment) {
        return Wording.duration(deployment.took());
    }

    /** Everything, for the tooltip. */
    static String detail(DeploymentRecord deployment) {
        var phases = deployment.phases().stream()
                .map(phase -> phase.name() + " " + Wording.duration(phase.took()))
                .collect(Collectors.joining(", "));
        return deployment.message() + "\n" + deployment.actor() + "\n" + versions(deployment) + "\n"
                + String.join("\n", deployment.images()) + (phases.isEmpty() ? "" : "\n" + phases);
    }
}
