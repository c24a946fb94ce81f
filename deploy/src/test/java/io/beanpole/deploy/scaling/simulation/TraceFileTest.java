package io.beanpole.deploy.scaling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.simulation.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
    private static final double NONE = Double.NaN;

    @TempDir
    Path directory;

    @Test
    void linesOfTimesAreStepsAndWhatIsMissingIsNothing() throws IOException {
        Trace trace = read("time,count\n2026-03-01T08:00:00Z,5\n2026-03-01T08:05:00Z,7\n2026-03-01T08:15:00Z,2\n");

        assertThat(trace.step()).isEqualTo(Duration.ofMinutes(5));
        assertThat(trace.start()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(arrivals(trace)).containsExactly(5, 7, 0, 2);
    }

    @Test
    void numbersAreMinutes() throws IOException {
        assertThat(arrivals(read("0,3\n1,4\n4,5\n"))).containsExactly(3, 4, 0, 0, 5);
    }

    @Test
    void aWrongLineIsToldWithItsNumber() {
        assertThatThrownBy(() -> read("0,3\n1,many\n"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("line 2 has the count 'many', which is no number");
        assertThatThrownBy(() -> read("5,3\n4,1\n")).hasMessageContaining("line 2 is not after the line before");
        assertThatThrownBy(() -> read("soon,3\n")).hasMessageContaining("line 1 begins with 'soon'");
        assertThatThrownBy(() -> read("0,-3\n")).hasMessageContaining("it must be 0 or more");
    }

    @Test
    void whatWasSentIsWhatCame() {
        RecordedTrace recorded =
                new RecordedTrace(new double[] {3, 0, 5}, new double[] {0, 2, 2}, new double[] {3, 1, 4});

        assertThat(arrivals(recorded.trace("sent", Instant.EPOCH, Duration.ofMinutes(1))))
                .containsExactly(3, 0, 5);
    }

    @Test
    void whereNothingCountedWhatWasSentItIsWhatWasDeletedAndWhatIsThereMoreThanAtFirst() {
        RecordedTrace recorded = new RecordedTrace(
                new double[] {NONE, NONE, NONE, NONE}, new double[] {0, 2, 4, NONE}, new double[] {3, 4, 1, NONE});

        assertThat(arrivals(recorded.trace("rebuilt", Instant.EPOCH, Duration.ofMinutes(1))))
                .containsExactly(0, 3, 1, 0);
    }

    private Trace read(String text) throws IOException {
        return TraceFile.of(Files.writeString(directory.resolve("trace.csv"), text));
    }

    private static int[] arrivals(Trace trace) {
        return IntStream.range(0, trace.size()).map(trace::arrivals).toArray();
    }
}
