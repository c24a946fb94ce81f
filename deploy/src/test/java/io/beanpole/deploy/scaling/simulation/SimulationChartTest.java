package io.beanpole.deploy.scaling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.simulation.ReactiveFloor;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationChartTest {
    private static final Trace TRACE =
            new Trace("small", Instant.parse("2026-01-05T00:00:00Z"), Duration.ofMinutes(1), 4, 40, 9, 0, 3);

    @TempDir
    Path directory;

    @Test
    void aPngIsAPicture() throws IOException {
        Path file = chart().write(directory.resolve("chart.png"), false);

        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1500);
    }

    @Test
    void anSvgHasTheTextsAsText() throws IOException {
        Path file = chart().write(directory.resolve("chart.svg"), true);

        assertThat(file).hasFileName("chart-small.svg");
        assertThat(Files.readString(file)).contains("<svg").contains("Trace small");
    }

    @Test
    void anotherKindOfFileIsRefusedWithThoseThatCanBe() {
        assertThatThrownBy(() -> chart().write(directory.resolve("chart.pdf"), false))
                .isInstanceOfSatisfying(
                        DeployException.class,
                        e -> assertThat(e.suggestion()).hasValue("Give a name that ends in .png or .svg."));
    }

    private static SimulationChart chart() {
        SimulationResult result = Simulation.run(ReactiveFloor.between(1, 5), TRACE, Workload.BENCH);
        return new SimulationChart(TRACE.name(), Workload.BENCH.slo(), List.of(result));
    }
}
