package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.lane.QueuePair;
import io.beanpole.deploy.lane.QueuePairs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The lane that a command works on, in its stage. */
final class QueueChoice {
    @Mixin
    private final StageChoice stage = new StageChoice();

    @Parameters(
            index = "0",
            paramLabel = "LANE",
            description = "A lane, an environment, or any queue by its name or URL.")
    private String name = "";

    StageChoice stage() {
        return stage;
    }

    AwsAccess access(Shell shell) {
        return stage.access(shell);
    }

    /** The name as it was given. */
    String name() {
        return name;
    }

    /** The queue and its dead-letter queue. */
    QueuePair pair(Shell shell) {
        var spec = stage.spec(shell);
        try (var pairs = new QueuePairs(stage.access(shell))) {
            if (spec.lanes().contains(name)) {
                return pairs.ofEnvironment(
                        name, spec.environmentName(stage.stage(shell), spec.environmentOfLane(name)));
            }
            var full = stage.environmentName(shell, name);
            return full.equals(name)
                    ? pairs.ofQueue(name).orElseGet(() -> pairs.ofEnvironment(name, name))
                    : pairs.ofEnvironment(name, full);
        }
    }
}
