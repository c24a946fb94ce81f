package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics over a restart: written as a whole every five minutes and at the end. After a crash the last minutes are
 * missing; a damaged file is told and left, because metrics are no loss worth refusing to start. Percentiles are not
 * kept, only what a statistic set holds.
 */
final class MetricFile {
    private static final Logger LOG = LoggerFactory.getLogger(MetricFile.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int FORMAT = 1;
    private static final long AGES = Duration.ofDays(200_000).toSeconds();

    private final Path file;
    private final Clock clock;
    private Instant written;

    MetricFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.written = clock.instant();
    }

    void readInto(MetricStore store) {
        if (!Files.exists(file)) {
            return;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            int format = in.readInt();
            if (format != FORMAT) {
                LOG.warn(
                        "The metrics in {} are in format {}, which this version can't read; they begin anew",
                        file,
                        format);
                return;
            }
            for (int left = in.readInt(); left > 0; left--) {
                MetricKey key = key(in);
                for (int units = in.readInt(); units > 0; units--) {
                    samples(in, key, store);
                }
            }
        } catch (IOException | ScalingException | DateTimeException | ArithmeticException e) {
            LOG.warn("The metrics in {} are damaged and begin anew from there: {}", file, e.toString());
        }
    }

    private static MetricKey key(DataInputStream in) throws IOException {
        String namespace = in.readUTF();
        String name = in.readUTF();
        Map<String, String> dimensions = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            dimensions.put(in.readUTF(), in.readUTF());
        }
        return MetricKey.of(namespace, name, dimensions);
    }

    private static void samples(DataInputStream in, MetricKey key, MetricStore store) throws IOException {
        String unit = in.readUTF();
        for (int left = in.readInt(); left > 0; left--) {
            Instant at = Instant.ofEpochSecond(in.readLong());
            store.add(
                    key,
                    unit,
                    at,
                    new StatisticSet(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
    }

    void writeIfDue(MetricStore store) {
        if (!clock.instant().isBefore(written.plus(EVERY))) {
            write(store);
        }
    }

    /** What can't be written is logged: metrics are no reason to stop anything. */
    void write(MetricStore store) {
        written = clock.instant();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(fresh))))) {
                List<MetricKey> keys = store.keys();
                out.writeInt(FORMAT);
                out.writeInt(keys.size());
                for (MetricKey key : keys) {
                    write(out, key, store);
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The metrics could not be kept in {}", file, e);
        }
    }

    private static void write(DataOutputStream out, MetricKey key, MetricStore store) throws IOException {
        out.writeUTF(key.namespace());
        out.writeUTF(key.name());
        out.writeInt(key.dimensions().size());
        for (Map.Entry<String, String> each : key.dimensions().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue());
        }
        List<String> units = store.find(key).map(MetricSamples::units).orElse(List.of());
        out.writeInt(units.size());
        for (String unit : units) {
            List<Sample> samples = store.between(key, Instant.EPOCH, Instant.ofEpochSecond(AGES), unit);
            out.writeUTF(unit);
            out.writeInt(samples.size());
            for (Sample sample : samples) {
                out.writeLong(sample.at().getEpochSecond());
                out.writeDouble(sample.values().sampleCount());
                out.writeDouble(sample.values().sum());
                out.writeDouble(sample.values().minimum());
                out.writeDouble(sample.values().maximum());
            }
        }
    }
}
