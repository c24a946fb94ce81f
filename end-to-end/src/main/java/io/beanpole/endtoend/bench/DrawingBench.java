package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.display.Display;
import io.beanpole.endtoend.packaging.QuickStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The benchmarks of the console's window, in a Java of their own: it needs a display, and options from its start on. */
record DrawingBench(Path root) {
    private static final String MISSED = "MISSED ";
    private static final long LONGEST = 15;

    /** What that Java runs. */
    public static void main(String[] arguments) throws InterruptedException {
        new ChartBench().run();
        new FleetBench().run();
        Bench.BOUNDS.missed().forEach(line -> System.out.println(MISSED + line));
        System.exit(0);
    }

    void run() {
        try (Display display = Display.open(root)) {
            Bench.say("the window, drawn by the processor under %s:", display.name());
            ProcessBuilder builder = new ProcessBuilder(words(display)).redirectErrorStream(true);
            builder.environment().putAll(display.environment());
            hear(builder.start());
        } catch (IOException e) {
            throw new EndToEndException("Tried to start a Java for the window's benchmarks: " + e.getMessage(), e);
        }
    }

    private static List<String> words(Display display) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(QuickStart.OPTIONS);
        words.addAll(display.options());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), DrawingBench.class.getName()));
        return words;
    }

    /** Its lines are ours, and so is what it missed. */
    private static void hear(Process process) {
        try {
            CompletableFuture.runAsync(() -> read(process)).get(LONGEST, TimeUnit.MINUTES);
            if (process.waitFor() != 0) {
                throw new EndToEndException("The window's benchmarks failed; the lines above say why.");
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new EndToEndException("The window's benchmarks did not end within " + LONGEST + " minutes.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while the window's benchmarks ran.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void read(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MISSED)) {
                    Bench.BOUNDS.miss(line.substring(MISSED.length()));
                } else {
                    System.out.println(line);
                }
            }
        } catch (IOException e) {
            throw new EndToEndException("The output of the window's benchmarks ended: " + e.getMessage(), e);
        }
    }
}
