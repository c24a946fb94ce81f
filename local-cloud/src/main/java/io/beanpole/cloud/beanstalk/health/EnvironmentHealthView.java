package io.beanpole.cloud.beanstalk.health;

import java.util.List;

/** An environment's or instance's health in AWS's words, and why. */
public record EnvironmentHealthView(HealthStatus health, List<String> causes) {
    /** Nothing is known of it, because it isn't there any more. */
    public static EnvironmentHealthView unknown() {
        return new EnvironmentHealthView(HealthStatus.UNKNOWN, List.of());
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
