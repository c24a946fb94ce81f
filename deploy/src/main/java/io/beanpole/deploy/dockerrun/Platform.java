package io.beanpole.deploy.dockerrun;

import java.util.Locale;

/** The kinds of platforms that run containers; each takes other files. */
public enum Platform {
    /** ECS-managed Docker: Dockerrun version 2 only. */
    ECS("the ECS-managed Docker platform"),
    /** Docker: version 1, docker-compose.yml, or a Dockerfile. */
    DOCKER("the Docker platform"),
    /** One that isn't known, so nothing is said about it. */
    UNKNOWN("the platform");

    private final String words;

    Platform(String words) {
        this.words = words;
    }

    /** By a solution stack's name, as "64bit Amazon Linux 2023 v4.1.0 running ECS". */
    public static Platform of(String solutionStack) {
        var runs = solutionStack.toLowerCase(Locale.ROOT);
        if (runs.contains("running ecs") || runs.contains("multi-container docker")) {
            return ECS;
        }
        return runs.contains("running docker") ? DOCKER : UNKNOWN;
    }

    @Override
    public String toString() {
        return words;
    }
}
