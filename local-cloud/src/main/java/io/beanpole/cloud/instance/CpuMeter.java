package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the processor time of a few processes and all that they started, from {@code /proc/<pid>/stat}. A child that
 * has ended counts with its parent, so short commands aren't missed.
 */
final class CpuMeter {
    /** Linux shows processor time in hundredths of a second to programs, on every architecture. */
    private static final double TICKS_A_SECOND = 100;

    /** Positions after the process's name, which may hold spaces (proc(5)). */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int USER_OF_THE_DEAD = 13;
    private static final int SYSTEM_OF_THE_DEAD = 14;

    private final Path proc;
    private final int processors;
    private @Nullable Reading last;

    CpuMeter() {
        this(Path.of("/proc"), Runtime.getRuntime().availableProcessors());
    }

    CpuMeter(Path proc, int processors) {
        this.proc = proc;
        this.processors = processors;
    }

    /**
     * The share since the last look; empty at the first one, after a restart of the processes, and where there is no
     * such file system.
     *
     * @param roots the processes that began it all
     * @param nanos the time now, as {@link System#nanoTime()}
     */
    synchronized Optional<CpuShare> look(Collection<Long> roots, long nanos) {
        Reading before = last;
        Reading now = reading(roots, nanos);
        last = now;
        if (before == null || now.user() < before.user() || now.system() < before.system()) {
            return Optional.empty();
        }
        double possible = (now.nanos() - before.nanos()) / 1e9 * TICKS_A_SECOND * processors;
        return possible <= 0 || now.user() + now.system() == 0
                ? Optional.empty()
                : Optional.of(new CpuShare(
                        percent(now.user() - before.user(), possible),
                        percent(now.system() - before.system(), possible)));
    }

    private Reading reading(Collection<Long> roots, long nanos) {
        long user = 0;
        long system = 0;
        for (long pid : roots.stream().flatMapToLong(CpuMeter::tree).distinct().toArray()) {
            String[] fields = fields(pid);
            if (fields.length > SYSTEM_OF_THE_DEAD) {
                user += Long.parseLong(fields[USER]) + Long.parseLong(fields[USER_OF_THE_DEAD]);
                system += Long.parseLong(fields[SYSTEM]) + Long.parseLong(fields[SYSTEM_OF_THE_DEAD]);
            }
        }
        return new Reading(nanos, user, system);
    }

    private static LongStream tree(long root) {
        Stream<ProcessHandle> children =
                ProcessHandle.of(root).map(ProcessHandle::descendants).orElse(Stream.empty());
        return LongStream.concat(LongStream.of(root), children.mapToLong(ProcessHandle::pid));
    }

    /** None when the process has ended meanwhile. */
    private String[] fields(long pid) {
        try {
            String stat =
                    Files.readString(proc.resolve(String.valueOf(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
            return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }

    private static double percent(long part, double whole) {
        return Math.min(100, 100 * part / whole);
    }

    /** Processor time in ticks, at a moment. */
    private record Reading(long nanos, long user, long system) {}
}
