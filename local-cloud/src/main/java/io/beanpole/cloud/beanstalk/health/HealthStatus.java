package io.beanpole.cloud.beanstalk.health;

import java.util.OptionalInt;

/** The words of enhanced health, mildest first, with their colours and values as a metric (reference 3.4 [D]). */
public enum HealthStatus {
    OK("Ok", "Green", 0),
    INFO("Info", "Green", 1),
    PENDING("Pending", "Grey", -1),
    UNKNOWN("Unknown", "Grey", 5),
    NO_DATA("NoData", "Grey", 10),
    WARNING("Warning", "Yellow", 15),
    DEGRADED("Degraded", "Red", 20),
    SEVERE("Severe", "Red", 25);

    private final String word;
    private final String color;
    private final int value;

    HealthStatus(String word, String color, int value) {
        this.word = word;
        this.color = color;
        this.value = value;
    }

    /** As AWS writes it. */
    public String word() {
        return word;
    }

    /** Green, Grey, Yellow or Red. */
    public String color() {
        return color;
    }

    /** The value of the metric EnvironmentHealth; Pending has none. */
    public OptionalInt value() {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Whether it stands further down in the list. */
    public boolean isWorseThan(HealthStatus other) {
        return compareTo(other) > 0;
    }
}
