package io.beanpole.console.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Markers of one kind that are too near to each other for a sign each.
 *
 * @param first the earliest
 * @param place 0 for the kind that stands on top where several kinds are near to each other, 1 for the one below it
 */
record MarkerGroup(Marker first, int count, int place) {
    /** Groups markers, so that no sign covers another. */
    static List<MarkerGroup> of(List<Marker> markers, long reach) {
        var groups = new ArrayList<MarkerGroup>();
        var near = new ArrayList<MarkerGroup>();
        var sorted =
                markers.stream().sorted(Comparator.comparingLong(Marker::at)).toList();
        for (var marker : sorted) {
            if (!near.isEmpty() && marker.at() - near.get(0).first().at() > reach) {
                groups.addAll(near);
                near.clear();
            }
            var same = near.stream()
                    .filter(group -> group.first().kind() == marker.kind())
                    .findFirst();
            same.ifPresentOrElse(
                    group -> near.set(near.indexOf(group), group.withOneMore()),
                    () -> near.add(new MarkerGroup(marker, 1, near.size())));
        }
        groups.addAll(near);
        return groups;
    }

    /** How many, where one sign stands for several. */
    Optional<String> label() {
        return count > 1 ? Optional.of(String.valueOf(count)) : Optional.empty();
    }

    private MarkerGroup withOneMore() {
        return new MarkerGroup(first, count + 1, place);
    }
}
