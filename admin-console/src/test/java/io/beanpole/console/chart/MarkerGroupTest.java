package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.console.chart.Marker.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signs that don't cover each other. */
class MarkerGroupTest {
    @Test
    void thoseOfOneKindThatAreNearAreOneSignWithTheirNumber() {
        var groups =
                MarkerGroup.of(List.of(marker(100, Kind.MORE), marker(105, Kind.MORE), marker(300, Kind.MORE)), 20);

        assertThat(groups).extracting(MarkerGroup::count).containsExactly(2, 1);
        assertThat(groups.get(0).label()).contains("2");
        assertThat(groups.get(1).label()).isEmpty();
    }

    @Test
    void anotherKindThatIsNearStandsBelow() {
        var groups = MarkerGroup.of(
                List.of(marker(110, Kind.FEWER), marker(100, Kind.DEPLOYMENT), marker(400, Kind.FEWER)), 20);

        assertThat(groups)
                .extracting(group -> group.first().kind(), MarkerGroup::place)
                .containsExactly(tuple(Kind.DEPLOYMENT, 0), tuple(Kind.FEWER, 1), tuple(Kind.FEWER, 0));
    }

    private static Marker marker(long at, Kind kind) {
        return new Marker(at, kind, "");
    }
}
