package io.beanpole.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program run from outside, with a deadline.
 *
 * @param words program and arguments
 * @param environment set on top of ours
 */
public record Command(List<String> words, Map<String, String> environment, Duration deadline) {
    public static Command of(String... words) {
        return new Command(Arrays.asList(words), Map.of(), Duration.ofMinutes(2));
    }

    public Command with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new Command(words, all, deadline);
    }

    public Command within(Duration longest) {
        return new Command(words, environment, longest);
    }

    /** Runs to the end; a program that is not done by its deadline is ended, and that is an error. */
    public Outcome run() {
        Path out = temporary();
        Path err = temporary();
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new EndToEndException(words + " was not done after " + deadline + ": " + read(out) + read(err));
            }
            return new Outcome(process.exitValue(), read(out), read(err));
        } catch (IOException e) {
            throw new EndToEndException("Tried to run " + words + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while running " + words, e);
        } finally {
            delete(out);
            delete(err);
        }
    }

    /** Runs to the end and gives what was printed; an exit status other than 0 is an error. */
    public String output() {
        Outcome outcome = run();
        if (outcome.exit() != 0) {
            throw new EndToEndException(words + " ended with " + outcome.exit() + ": " + outcome.out() + outcome.err());
        }
        return outcome.out();
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("beanpole-", ".out");
        } catch (IOException e) {
            throw new EndToEndException("Tried to make a temporary file: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EndToEndException("Tried to delete " + file + ": " + e.getMessage(), e);
        }
    }

    /** How a program ended and what it printed. */
    public record Outcome(int exit, String out, String err) {}
}
