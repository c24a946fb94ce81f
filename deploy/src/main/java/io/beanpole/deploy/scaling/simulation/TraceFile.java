package io.beanpole.deploy.scaling.simulation;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.simulation.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a trace from a file of comma separated values: in each line a time, as ISO 8601 in UTC or as the number of a
 * minute, and how many tasks came from then until the time of the next line. A first line of titles is passed over.
 */
public final class TraceFile {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int MOST_STEPS = 2_000_000;

    private final Path file;
    private final List<Instant> times = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    private TraceFile(Path file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @throws DeployException when it can't be read, with the line and what is wrong there
     */
    public static Trace of(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new DeployException(
                    "The trace " + file + " could not be read: " + e.getMessage() + ".",
                    "Name a file of lines 'time,count', an environment as env:NAME, or one of the traces that have a"
                            + " name.",
                    e);
        }
        TraceFile trace = new TraceFile(file);
        for (int i = 0; i < lines.size(); i++) {
            boolean isTitle = i == 0 && !lines.get(i).matches(".*\\d.*");
            if (!isTitle && !lines.get(i).isBlank()) {
                trace.read(lines.get(i), i + 1);
            }
        }
        return trace.trace();
    }

    private void read(String line, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length < 2) {
            throw wrong(number, "has no comma; it must be 'time,count'");
        }
        Instant time = time(cells[0].strip(), number);
        if (!times.isEmpty() && !time.isAfter(times.get(times.size() - 1))) {
            throw wrong(number, "is not after the line before; times must rise");
        }
        times.add(time);
        counts.add(count(cells[1].strip(), number));
    }

    private Instant time(String text, int number) {
        try {
            return text.matches("\\d{1,9}")
                    ? START.plus(Duration.ofMinutes(Long.parseLong(text)))
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(
                    number,
                    "begins with '" + text + "', which is neither a time such as 2026-01-05T08:00:00Z nor a"
                            + " number of minutes");
        }
    }

    private int count(String text, int number) {
        try {
            double count = Double.parseDouble(text);
            if (count >= 0 && count <= Integer.MAX_VALUE) {
                return (int) Math.round(count);
            }
        } catch (NumberFormatException e) {
            throw wrong(number, "has the count '" + text + "', which is no number");
        }
        throw wrong(number, "has the count " + text + "; it must be 0 or more");
    }

    /** The first two lines say how long a step lasts; where a line is missing, nothing came. */
    private Trace trace() {
        if (times.isEmpty()) {
            throw new DeployException("The trace " + file + " has no line 'time,count', so nothing comes.");
        }
        Duration step = times.size() == 1 ? Duration.ofMinutes(1) : Duration.between(times.get(0), times.get(1));
        Instant start = times.get(0);
        long steps = Duration.between(start, times.get(times.size() - 1)).dividedBy(step) + 1;
        if (steps > MOST_STEPS) {
            throw new DeployException("The trace " + file + " has " + steps + " steps of " + step.toSeconds()
                    + " s, more than the " + MOST_STEPS + " that are simulated. Make the steps longer.");
        }
        int[] arrivals = new int[(int) steps];
        for (int i = 0; i < times.size(); i++) {
            int at = (int) Duration.between(start, times.get(i)).dividedBy(step);
            arrivals[at] += counts.get(i);
        }
        return new Trace(String.valueOf(file.getFileName()), start, step, arrivals);
    }

    private DeployException wrong(int number, String why) {
        return new DeployException("The trace " + file + " could not be read: line " + number + " " + why + ".");
    }
}
