package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of mmdebstrap: from a recipe and the machine's own package sources to a root file system. */
final class RootFileSystem {
    private static final int MINUTES = 15;

    private final BaseRecipe recipe;
    private final Progress progress;
    private final Deque<String> lastLines = new ArrayDeque<>();

    RootFileSystem(BaseRecipe recipe, Progress progress) {
        this.recipe = recipe;
        this.progress = progress;
    }

    /** Whether this machine can make one at all. */
    static boolean isPossible() {
        return onPath("mmdebstrap");
    }

    /** Makes the file system and passes its tar to the archive while it is written. */
    ImageArchive make(Path folder) {
        try {
            var hook = Files.writeString(folder.resolve("java-runtime.sh"), recipe.hook());
            var process = start(hook, sources());
            var says = new Thread(() -> listen(process.getErrorStream()), "mmdebstrap says");
            says.start();
            try {
                var archive = ImageArchive.ofRootFileSystem(process.getInputStream(), folder);
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    throw new DeployException("mmdebstrap did not end within " + MINUTES + " minutes.");
                }
                says.join();
                if (process.exitValue() != 0) {
                    throw refused();
                }
                return archive;
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new DeployException(
                    "Could not make the base image " + recipe.base().name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Making the base image was interrupted.", e);
        }
    }

    private Process start(Path hook, String sources) throws IOException {
        var command = new ArrayList<>(List.of(
                "mmdebstrap",
                "--variant=extract",
                "--include=" + String.join(",", recipe.packages()),
                "--extract-hook=sh " + quoted(hook) + " \"$1\"",
                BaseRecipe.SUITE,
                "-"));
        if (!sources.isEmpty()) {
            command.add("-");
        }
        var builder = new ProcessBuilder(command);
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(BaseRecipe.SOURCE_DATE_EPOCH));
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(sources.getBytes(StandardCharsets.UTF_8));
        }
        return process;
    }

    /** The machine's package sources of the suite; none on another system, where mmdebstrap knows its own. */
    private static String sources() throws IOException, InterruptedException {
        if (!onPath("apt-get")) {
            return "";
        }
        var apt = new ProcessBuilder(
                        "apt-get",
                        "indextargets",
                        "--format",
                        "deb $(REPO_URI) $(CODENAME) $(COMPONENT)",
                        "Created-By: Packages")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        apt.getOutputStream().close();
        var sources = new String(apt.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        apt.waitFor();
        return sources.lines()
                .distinct()
                .filter(line -> line.contains(" " + BaseRecipe.SUITE + " ")
                        || line.contains(" " + BaseRecipe.SUITE + "-updates ")
                        || line.contains(" " + BaseRecipe.SUITE + "-security "))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private void listen(InputStream stderr) {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(stderr, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (lastLines.size() == 12) {
                    lastLines.removeFirst();
                }
                lastLines.addLast(line);
                if (line.startsWith("I: ") && line.endsWith("...") && !line.contains("tempdir")) {
                    progress.say(line.substring(3));
                }
            }
        } catch (IOException e) {
            lastLines.addLast("Its messages could not be read further: " + e.getMessage());
        }
    }

    private DeployException refused() {
        return new DeployException(
                "mmdebstrap could not make the base image " + recipe.base().name() + ". It said last:\n  "
                        + String.join("\n  ", lastLines),
                "Run the command as root, or allow user namespaces to this user (packages uidmap, /etc/subuid).");
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'";
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
