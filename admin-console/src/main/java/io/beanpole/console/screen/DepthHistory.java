package io.beanpole.console.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The depths of one lane over time. It never grows beyond its bound: when full, every other point goes. */
public final class DepthHistory {
    private static final int MOST = 720;

    private final ReadOnlyObjectWrapper<List<Point>> points = new ReadOnlyObjectWrapper<>(this, "points", List.of());

    /** The points, oldest first; a new list with every addition. */
    public ReadOnlyObjectProperty<List<Point>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    void add(Instant at, long depth) {
        var longer = new ArrayList<>(points.get());
        // After a clock was set back the line begins anew; a second reading of one moment replaces the first.
        longer.removeIf(point -> !point.at().isBefore(at));
        if (longer.size() >= MOST) {
            for (int index = longer.size() - 2; index > 0; index -= 2) {
                longer.remove(index);
            }
        }
        longer.add(new Point(at, depth));
        points.set(List.copyOf(longer));
    }

    /** How many messages waited at one time. */
    public record Point(Instant at, long depth) {}
}
