package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A line of more points than pixels, as bars. */
class EnvelopeTest {
    @Test
    void aPeakWithinAColumnIsTheTopOfItsBar() {
        var envelope = Envelope.of(line(0.1, 50, 0.5, 10, 0.9, 90, 1.5, 60), 3);

        assertThat(envelope.top(0)).isEqualTo(10);
        assertThat(envelope.bottom(0)).isEqualTo(90);
    }

    @Test
    void neighbouringBarsTouchWhereTheLineGoesFromOneToTheNext() {
        var envelope = Envelope.of(line(0.5, 0, 1.5, 100), 3);

        assertThat(envelope.bottom(0)).isEqualTo(50);
        assertThat(envelope.top(1)).isEqualTo(50);
        assertThat(envelope.bottom(1)).isEqualTo(100);
        assertThat(envelope.has(2)).isFalse();
    }

    @Test
    void aStretchWithoutPointsIsFilledAlongTheLine() {
        var envelope = Envelope.of(line(0, 0, 10, 100), 10);

        for (var column = 0; column < 10; column++) {
            assertThat(envelope.top(column)).isEqualTo(10 * column);
            assertThat(envelope.bottom(column)).isEqualTo(10 * (column + 1));
        }
    }

    @Test
    void whatLiesBeyondTheEdgesIsLeftOut() {
        var envelope = Envelope.of(line(-10, 0, 10, 100), 5);

        assertThat(envelope.columns()).isEqualTo(5);
        assertThat(envelope.top(0)).isEqualTo(50);
        assertThat(envelope.bottom(4)).isEqualTo(75);
    }

    @Test
    void anUprightStretchIsABar() {
        var envelope = Envelope.of(line(2.5, 70, 2.5, 20), 5);

        assertThat(envelope.top(2)).isEqualTo(20);
        assertThat(envelope.bottom(2)).isEqualTo(70);
    }

    @Test
    void onlyALineOfManyPointsIsDrawnSo() {
        assertThat(Envelope.suits(line(0, 0, 10, 100), 10)).isFalse();
        assertThat(Envelope.suits(line(0, 0, 0.2, 1, 0.4, 0, 0.6, 1, 0.8, 0), 2))
                .isTrue();
    }

    @Test
    void theColumnsOfALineUnderARectangleAreCounted() {
        var slope = Envelope.of(line(0, 0, 10, 100), 10);

        assertThat(slope.columnsWithin(0, 10, 0, 100)).isEqualTo(10);
        assertThat(slope.columnsWithin(0, 10, 25, 45)).isEqualTo(3);
        assertThat(slope.columnsWithin(3.5, 4.5, 0, 100)).isEqualTo(2);
        assertThat(slope.columnsWithin(-5, 40, 0, 100)).isEqualTo(10);
        assertThat(slope.columnsWithin(6, 10, 0, 50)).isZero();
    }

    @Test
    void aSinglePointIsAColumnOfItsOwn() {
        var point = Envelope.of(line(2.5, 70), 5);

        assertThat(point.columnsWithin(0, 5, 60, 80)).isEqualTo(1);
        assertThat(point.columnsWithin(0, 5, 0, 60)).isZero();
    }

    private static Line line(double... places) {
        var line = new Line();
        for (var i = 0; i < places.length; i += 2) {
            line.add(places[i], places[i + 1]);
        }
        return line;
    }
}
