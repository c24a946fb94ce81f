package io.beanpole.scaling.why;

/** What is shown over time beside alarms and activities. */
public enum Gauge {
    WAITING("waiting"),
    IN_FLIGHT("in flight"),
    OLDEST("oldest, in seconds"),
    DESIRED("desired"),
    IN_SERVICE("in service"),
    /** Instances that are protected from scale-in, where the application publishes how many. */
    PROTECTED("protected");

    private final String words;

    Gauge(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
