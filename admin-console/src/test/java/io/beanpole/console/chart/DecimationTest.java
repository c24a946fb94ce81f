package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is left of many samples when few pixels are there for them. */
class DecimationTest {
    private static final long GAP = 150_000;

    @Test
    void everyPeakOfManySamplesIsStillThere() {
        var random = new Random(7);
        var values = random.doubles(50_000, 0, 100).toArray();
        values[31_007] = 5_000;
        values[31_009] = -1;
        var samples = new Samples(LongStream.range(0, 50_000).map(i -> i * 1000).toArray(), values);

        var lines = Decimation.lines(samples, new Viewport(0, 50_000_000), 800, GAP);

        assertThat(lines).hasSize(1);
        var line = lines.get(0);
        assertThat(line.size()).isBetween(800, 4 * 801);
        assertThat(IntStream.range(0, line.size()).mapToDouble(line::y)).contains(5_000.0, -1.0);
        assertThat(IntStream.range(1, line.size()).allMatch(i -> line.x(i) >= line.x(i - 1)))
                .isTrue();
    }

    @Test
    void fewSamplesStayAsTheyAre() {
        var line = only(Decimation.lines(samples(0, 60, 120), new Viewport(0, 120_000), 120, GAP));

        assertThat(line.xsFrom(10)).containsExactly(10, 70, 130);
        assertThat(line.ysFrom(0)).containsExactly(0, 60, 120);
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        var lines = Decimation.lines(samples(0, 60, 120, 600, 660), new Viewport(0, 660_000), 660, GAP);

        assertThat(lines).extracting(Line::size).containsExactly(3, 2);
    }

    @Test
    void aGapNarrowerThanAPixelStillDivides() {
        var lines = Decimation.lines(samples(0, 1, 600, 601), new Viewport(0, 100_000_000), 10, GAP);

        assertThat(lines).hasSize(2);
    }

    @Test
    void aLineGoesOnBeyondBothEdges() {
        var line = only(Decimation.lines(samples(0, 60, 120, 180, 240), new Viewport(90_000, 150_000), 60, GAP));

        assertThat(line.xsFrom(0)).containsExactly(-30, 30, 90);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(Decimation.lines(Samples.NONE, new Viewport(0, 1), 10, GAP)).isEmpty();
    }

    @Test
    void aStepHoldsItsValueUntilTheNext() {
        var line = new Line();
        line.add(0, 1);
        line.add(10, 1);
        line.add(20, 3);

        assertThat(line.stepped().xsFrom(0)).containsExactly(0, 10, 20, 20);
        assertThat(line.stepped().ysFrom(0)).containsExactly(1, 1, 1, 3);
    }

    private static Line only(List<Line> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    /** Samples whose values are their seconds. */
    private static Samples samples(long... seconds) {
        return new Samples(
                LongStream.of(seconds).map(second -> second * 1000).toArray(),
                LongStream.of(seconds).asDoubleStream().toArray());
    }
}
