package io.beanpole.deploy.cli;

import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.EnvironmentLogs;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.local.LocalCloudConsole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code logs}: what the instances of an environment said last, and go on saying. */
@Command(
        name = "logs",
        description = "Print the logs of an environment's instances.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole logs web", "  ./beanpole logs express --lines 20", "  ./beanpole logs standard --follow"
        })
final class LogsCommand implements Callable<Integer> {
    private static final Patience FOLLOWING = Patience.whileAsked(Duration.ofMillis(700));
    private static final long TAIL_BYTES = 200_000;

    private final Beanpole beanpole;

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    @Option(names = "--follow", description = "Go on until Ctrl-C (local stage).")
    private boolean follow;

    @Option(names = "--lines", description = "Last lines of each log to begin with (default ${DEFAULT-VALUE}).")
    private int lines = 100;

    @Option(names = "--stage", description = "The stage to look at (default: the local one).")
    private @Nullable String stageName;

    LogsCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var stage = checkout.stage(spec, stageName);
        var environment = Checkout.environmentName(spec, stage, name);
        if (stage.localCloud()) {
            local(new LocalCloudConsole(checkout.runningLocalCloud()), environment);
            return 0;
        }
        if (follow) {
            throw new ParameterException(
                    new CommandLine(this),
                    "--follow works for the local stage only; Elastic Beanstalk hands logs out whole.");
        }
        try (var logs = new EnvironmentLogs(checkout.access(stage).aws())) {
            logs.tail(environment).forEach((instance, text) -> print(instance, last(text)));
        }
        return 0;
    }

    private void local(LocalCloudConsole console, String environment) {
        var offsets = new LinkedHashMap<String, Long>();
        FOLLOWING.await("logs", () -> {
            readOn(console, environment, offsets);
            return !follow;
        });
    }

    /** Reads each log on from where it was left; a log seen for the first time from its last lines. */
    private void readOn(LocalCloudConsole console, String environment, Map<String, Long> offsets) {
        for (var log : console.logs(environment)) {
            var instance = log.path("instance").asString("");
            var file = log.path("log").asString("");
            var title = instance + "/" + file;
            var offset = offsets.get(title);
            var piece = console.log(environment, instance, file, offset == null ? -TAIL_BYTES : offset);
            offsets.put(title, piece.nextOffset());
            if (!piece.text().isEmpty()) {
                print(title, offset == null ? last(piece.text()) : piece.text().stripTrailing());
            }
        }
    }

    private void print(String title, String text) {
        beanpole.print("==> " + title + " <==");
        beanpole.print(text);
    }

    private String last(String text) {
        var all = text.stripTrailing().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
