package io.beanpole.deploy.cli;

import io.beanpole.deploy.stage.Deployer;
import io.beanpole.deploy.stage.Timings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy}: images, versions and environments of a stage. */
@Command(
        name = "deploy",
        description = "Deploy what is built to a stage of deployment.yml and follow it to its end.",
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Option(names = "--stage", description = "The stage (default ${DEFAULT-VALUE}).")
    private String stageName = "local";

    @Option(names = "--timeout", description = "Seconds that the environments may take (default ${DEFAULT-VALUE}).")
    private int timeout = 1800;

    @Parameters(paramLabel = "ENV", arity = "0..*", description = "Environments of deployment.yml (default: all).")
    private List<String> environments = List.of();

    DeployCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var stage = spec.stage(stageName);
        var timings = new Timings();
        try (var deployer =
                new Deployer(spec, stage, checkout.access(stage), checkout.directory(), beanpole.progress())) {
            deployer.deploy(environments, Duration.ofSeconds(timeout), timings);
        }
        Summary.timings(timings).forEach(beanpole.progress()::say);
        return 0;
    }
}
