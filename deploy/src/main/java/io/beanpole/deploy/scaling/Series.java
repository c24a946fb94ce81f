package io.beanpole.deploy.scaling;

import java.time.Instant;
import java.util.List;

/** One metric over time; a gap in the points is a gap in the data. */
public record Series(Kind kind, List<Point> points) {
    /** What a series shows. */
    public enum Kind {
        DEPTH("Queue depth", "messages"),
        IN_FLIGHT("In flight", "messages"),
        OLDEST("Age of the oldest", "seconds"),
        DESIRED("Desired", "instances"),
        IN_SERVICE("In service", "instances");

        private final String title;
        private final String unit;

        Kind(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }

        public String title() {
            return title;
        }

        public String unit() {
            return unit;
        }
    }

    /** One value at one time. */
    public record Point(Instant at, double value) {}
}
