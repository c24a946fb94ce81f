package io.beanpole.deploy.scaling;

import java.time.Duration;
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
        IN_SERVICE("In service", "instances"),
        /** Instances that the application protects from scale-in, where it publishes how many. */
        PROTECTED("Protected", "instances"),
        /** Messages sent in a minute. */
        SENT("Sent", "messages a minute"),
        /** Messages deleted in a minute, which is work done. */
        DELETED("Done", "messages a minute");

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

    /** How far its points lie apart in a picture whose gauges have this period. */
    public Duration periodWithin(Duration period) {
        return MetricReading.periodOf(kind, period);
    }

    /** One value at one time. */
    public record Point(Instant at, double value) {}
}
