package io.beanpole.cloud.beanstalk.health;

import java.util.List;

/** An environment's or instance's health in AWS's words, and why. */
public record EnvironmentHealthView(HealthStatus health, List<String> causes) {
    /** Nothing is known of it, because it isn't there any more. */
    public static EnvironmentHealthView unknown() {
        return new EnvironmentHealthView(HealthStatus.UNKNOWN, List.of());
    }

    /** Nothing is wrong. */
    static EnvironmentHealthView ok() {
        return new EnvironmentHealthView(HealthStatus.OK, List.of());
    }

    /** Whether it is a failed check: Warning or worse. */
    boolean isFailing() {
        return health.isWorseThan(HealthStatus.NO_DATA);
    }

    /** The colour of its status. */
    public String color() {
        return health.color();
    }

    /** Its status in AWS's word. */
    public String status() {
        return health.word();
    }
}
