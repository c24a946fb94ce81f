package io.beanpole.cloud.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server that a killed local cloud left running: it holds its data directory, so the next one could not start
 * there. What it had committed is on disk, also when it has to be killed.
 */
final class LeftServer {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private LeftServer() {}

    /** Ends it, when there is one; a process that only has its number by now is left alone. */
    static void end(Path data) throws IOException {
        Path pid = data.resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            return;
        }
        List<String> lines = Files.readAllLines(pid);
        boolean isOfThisDirectory = lines.size() > 1
                && lines.get(0).strip().matches("[1-9][0-9]{0,9}")
                && Path.of(lines.get(1).strip()).equals(data.toRealPath());
        Optional<ProcessHandle> server = isOfThisDirectory
                ? ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(LeftServer::isPostgres)
                : Optional.empty();
        if (server.isPresent()) {
            server.get().destroy();
            if (!ended(server.get())) {
                server.get().destroyForcibly();
                ended(server.get());
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres"))
                .isPresent();
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }
}
