package io.beanpole.cloud.beanstalk;

import java.util.List;

/** An environment's or instance's health in AWS's words, and why. */
record EnvironmentHealthView(HealthStatus health, List<String> causes) {
    String color() {
        return health.color();
    }

    String status() {
        return health.word();
    }
}
