package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 31_556_889_864_403_199L})
    void aTimestampThatIsNoneBeginsAnew(long second) throws IOException {
        MetricStore store = new MetricStore();

        new MetricFile(fileWith(second), Clock.systemUTC()).readInto(store);

        assertThat(store.samples()).isLessThanOrEqualTo(1);
    }

    @Test
    void aSoundOneIsRead() throws IOException {
        MetricStore store = new MetricStore();

        new MetricFile(fileWith(1_763_712_000), Clock.systemUTC()).readInto(store);

        assertThat(store.samples()).isEqualTo(1);
    }

    private Path fileWith(long second) throws IOException {
        Path file = directory.resolve("metrics.bin.gz");
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(1);
            out.writeInt(1);
            out.writeUTF("AWS/SQS");
            out.writeUTF("NumberOfMessagesSent");
            out.writeInt(0);
            out.writeInt(1);
            out.writeUTF("Count");
            out.writeInt(1);
            out.writeLong(second);
            for (int i = 0; i < 4; i++) {
                out.writeDouble(1);
            }
        }
        return file;
    }
}
