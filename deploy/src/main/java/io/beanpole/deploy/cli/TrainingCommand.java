package io.beanpole.deploy.cli;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.local.LocalCloudState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * {@code train}: loads the classes that most commands need, so that the archive which the JVM writes at its end has
 * them; the script runs it once after a build. See docs/decisions/0029-an-archive-of-loaded-classes.md.
 */
@Command(
        name = "train",
        hidden = true,
        description = "Load the classes of the other commands.",
        mixinStandardHelpOptions = true)
final class TrainingCommand implements Runnable {
    private static final String EMPTY = "{\"environments\": []}";

    private final Shell shell;

    TrainingCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void run() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, EMPTY.length());
                exchange.getResponseBody().write(EMPTY.getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            server.start();
            try {
                train(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new DeployException("Could not listen on this machine: " + e.getMessage(), e);
        }
    }

    private void train(URI endpoint) {
        var spec = shell.checkout().spec();
        var key = new AccessKey("training", "training");
        var state = new LocalCloudState(0, endpoint, "eu-central-1", key, "host", Map.of());
        for (var stage : spec.stages().values()) {
            LocalStatus.of(state, spec, stage).webUrl();
        }
        new LocalCloudConsole(state).status().toPrettyString();
        try (var environments = new Environments(state.access(), spec.application())) {
            environments.all();
        } catch (DeployException answerIsNoneOfAws) {
            shell.progress().say("The training has an answer that is none of AWS's, as it should.");
        }
    }
}
