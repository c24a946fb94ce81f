package io.beanpole.endtoend.display;

import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Xvfb, an X server that draws into memory, on a number that it finds free by itself. */
public final class VirtualScreen implements Display {
    private static final long STARTS_WITHIN = 20;
    private static final long ENDS_WITHIN = 5;

    private final Process server;
    private final String number;

    private VirtualScreen(Process server, String number) {
        this.server = server;
        this.number = number;
    }

    /** Whether this machine has Xvfb, and the GTK library with which JavaFX speaks to it. */
    public static boolean isThere() {
        return Command.of(
                                "sh",
                                "-c",
                                "command -v Xvfb && { ldconfig -p || /sbin/ldconfig -p; } | grep -q libgtk-3.so.0")
                        .run()
                        .exit()
                == 0;
    }

    /** Starts it and waits until it has said its number. */
    public static VirtualScreen open() {
        try {
            Process server = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", WIDTH + "x" + HEIGHT + "x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return new VirtualScreen(server, ":" + number(server));
            } catch (EndToEndException e) {
                server.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new EndToEndException("Tried to start Xvfb, but " + e.getMessage(), e);
        }
    }

    private static String number(Process server) {
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        try {
            String line = CompletableFuture.supplyAsync(
                            () -> said.lines().findFirst().orElse(""))
                    .get(STARTS_WITHIN, TimeUnit.SECONDS);
            if (line.isBlank()) {
                throw new EndToEndException("Xvfb ended without a display; run Xvfb -displayfd 1 to see why.");
            }
            return line.strip();
        } catch (ExecutionException | TimeoutException e) {
            throw new EndToEndException("Xvfb gave no display within " + STARTS_WITHIN + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Waiting for Xvfb was interrupted.", e);
        }
    }

    @Override
    public String name() {
        return "Xvfb";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("DISPLAY", number);
    }

    @Override
    public List<String> options() {
        return List.of("-Dprism.order=sw");
    }

    @Override
    public List<Path> libraries() {
        return List.of();
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(ENDS_WITHIN, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
