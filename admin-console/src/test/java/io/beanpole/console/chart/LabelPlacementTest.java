package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the labels of thresholds go. */
class LabelPlacementTest {
    private static final double WIDTH = 400;
    private static final double HEIGHT = 200;

    @Test
    void withoutLinesALabelStandsAboveItsLevelAtTheRight() {
        var box = placement().place(100, 80, 16);

        assertThat(box.bottom()).isLessThan(100);
        assertThat(box.right()).isBetween(390.0, 400.0);
    }

    @Test
    void aLabelGoesBelowALevelAtTheTopAndNeverOverAnEdge() {
        assertThat(placement().place(4, 80, 16).y()).isGreaterThan(4);
        assertThat(placement().place(HEIGHT - 1, 80, 16).bottom()).isLessThanOrEqualTo(HEIGHT);
    }

    @Test
    void twoLabelsOfNearLevelsDontTouch() {
        var placement = placement();

        var first = placement.place(100, 80, 16);
        var second = placement.place(104, 80, 16);
        var third = placement.place(98, 80, 16);

        assertThat(first.touches(second)).isFalse();
        assertThat(first.touches(third)).isFalse();
        assertThat(second.touches(third)).isFalse();
    }

    @Test
    void aLabelMakesWayForALine() {
        var line = new Line();
        line.add(0, 190);
        line.add(200, 190);
        for (var x = 210; x <= 400; x += 10) {
            line.add(x, x % 20 == 0 ? 80 : 120);
        }

        var box = placement(line).place(100, 80, 16);

        assertThat(box.right()).isLessThan(220);
    }

    @Test
    void whereEveryPlaceCoversALineALabelStandsWhereItCoversLeastOfIt() {
        var line = new Line();
        for (var x = 0; x < 400; x++) {
            line.add(x, x < 120 && x % 3 > 0 ? 100 : x % 2 * HEIGHT);
        }

        var box = placement(line).place(100, 80, 16);

        assertThat(box.right()).isLessThan(120);
    }

    private static LabelPlacement placement(Line... lines) {
        return new LabelPlacement(WIDTH, HEIGHT, List.of(lines));
    }
}
