package io.beanpole.scaling.why;

/** What is shown over time beside alarms and activities. */
public enum Gauge {
    WAITING("%s waiting"),
    IN_FLIGHT("%s in flight"),
    OLDEST("the oldest %s s"),
    DESIRED("%s desired"),
    IN_SERVICE("%s in service"),
    /** Instances that are protected from scale-in, where the application publishes how many. */
    PROTECTED("%s protected");

    private final String words;

    Gauge(String words) {
        this.words = words;
    }

    /** A value of it, in words. */
    String told(String value) {
        return words.formatted(value);
    }
}
