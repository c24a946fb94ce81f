package io.beanpole.cloud.beanstalk;

import java.util.OptionalInt;

/** The words of enhanced health, mildest first, with their colours and values as a metric (reference 3.4 [D]). */
enum HealthStatus {
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

    String word() {
        return word;
    }

    String color() {
        return color;
    }

    /** The value of the metric EnvironmentHealth; Pending has none. */
    OptionalInt value() {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    boolean isWorseThan(HealthStatus other) {
        return compareTo(other) > 0;
    }
}
