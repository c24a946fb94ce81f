package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.local.LocalCloudProcess;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.stage.Deployer;
import io.beanpole.deploy.stage.Timings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code up}: the local cloud, and everything of deployment.yml in it. */
@Command(
        name = "up",
        description = "Start the local cloud and deploy everything to it, the way AWS would get it; or any bundle"
                + " (--bundle), or only the daemon for a handler of your own (--handler).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole up",
            "  ./beanpole up --detach --no-console",
            "  ./beanpole up --bundle app.zip --tier worker",
            "  ./beanpole up --handler http://127.0.0.1:8080"
        })
final class UpCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Option(
            names = "--detach",
            description = "Return once everything runs; otherwise stay, show events, and end it all on Ctrl-C.")
    private boolean detach;

    @Mixin
    private CloudChoices cloud = new CloudChoices();

    @Mixin
    private UpBundle bundle = new UpBundle();

    @Mixin
    private UpHandler handler = new UpHandler();

    @Option(names = "--timeout", description = "Seconds that the environments may take (default ${DEFAULT-VALUE}).")
    private int timeout = 600;

    @Option(names = "--no-console", description = "Don't open the console, though there is a display.")
    private boolean withoutConsole;

    UpCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        if (bundle.isWanted() && handler.isWanted()) {
            throw new ParameterException(new CommandLine(this), "Choose --bundle or --handler, not both.");
        }
        return handler.isWanted() ? handler() : bundle.isWanted() ? bundle() : everything();
    }

    /** A local cloud that ran before goes on when this ends, without the daemon. */
    private int handler() {
        var process = beanpole.checkout().localCloud();
        var ranBefore = process.running().isPresent();
        if (!ranBefore) {
            endWithThis(process);
        }
        var state = start(process);
        handler.start(state, beanpole);
        if (!detach) {
            if (ranBefore) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> handler.end(state), "end the handler's daemon"));
            }
            handler.follow(state, beanpole);
        }
        return 0;
    }

    /** A local cloud that ran before goes on when this ends, with the environment. */
    private int bundle() {
        var read = bundle.read();
        var process = beanpole.checkout().localCloud();
        if (process.running().isEmpty()) {
            endWithThis(process);
        }
        var state = start(process);
        bundle.run(read, state, Duration.ofSeconds(timeout), beanpole);
        if (!detach) {
            beanpole.progress().say("Ctrl-C ends this; the data stays for the next up.");
            EventStream.ofAllApplications(beanpole.checkout(), state, beanpole.progress())
                    .follow();
        }
        return 0;
    }

    private int everything() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var timings = new Timings();
        var process = checkout.localCloud();
        endWithThis(process);
        var state = timings.time("local cloud", () -> start(process));
        deploy(spec, timings);
        var summary = new Summary(checkout, spec, state);
        summary.lines().forEach(beanpole::print);
        Summary.timings(timings).forEach(beanpole::print);
        if (!withoutConsole) {
            new ConsoleWindow(checkout.directory(), System.getenv()).open(beanpole.progress());
        }
        if (!detach) {
            beanpole.progress().say("Ctrl-C ends everything; the data stays for the next up.");
            EventStream.of(checkout, spec, beanpole.progress()).follow();
            beanpole.progress().say("The local cloud has ended; its log is local-cloud.log in the state directory.");
            return 1;
        }
        return 0;
    }

    private void endWithThis(LocalCloudProcess process) {
        if (!detach) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "end the local cloud"));
        }
    }

    private LocalCloudState start(LocalCloudProcess process) {
        var progress = beanpole.progress();
        var running = process.running();
        if (running.isPresent()) {
            progress.say("The local cloud runs already at " + running.get().endpoint()
                    + "; it keeps its ports and its runtime.");
            return running.get();
        }
        progress.say("Starting the local cloud ...");
        var state = process.start(cloud.options());
        progress.say(
                "The local cloud answers at " + state.endpoint() + "; its instances run on: " + state.runtime() + ".");
        return state;
    }

    private void deploy(DeploymentSpec spec, Timings timings) {
        var checkout = beanpole.checkout();
        var stage = checkout.localStage(spec);
        try (var deployer =
                new Deployer(spec, stage, checkout.access(stage), checkout.directory(), beanpole.progress())) {
            deployer.deploy(List.of(), Duration.ofSeconds(timeout), timings);
        } catch (DeployException e) {
            if (detach) {
                beanpole.progress()
                        .say("The local cloud still runs, so that its logs can be read; ./beanpole down ends it.");
            }
            throw e;
        }
    }
}
