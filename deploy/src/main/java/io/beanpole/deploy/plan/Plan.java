package io.beanpole.deploy.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment to some environments would change, as it was when it was made.
 *
 * @param format of this record where it is kept as a file
 * @param madeAt when the cloud was looked at
 * @param application the Elastic Beanstalk application
 * @param stage the stage of deployment.yml
 * @param calls how many requests to AWS it took
 * @param environments in the order in which they were named
 */
public record Plan(
        int format,
        Instant madeAt,
        String application,
        String stage,
        int calls,
        List<PlannedEnvironment> environments) {
    /** The format that this version writes, and the only one that it reads. */
    public static final int FORMAT = 1;

    public Plan {
        environments = List.copyOf(environments);
    }

    /** The part about one environment, by its full name. */
    public Optional<PlannedEnvironment> environment(String name) {
        return environments.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }

    /** Whether a deployment would change anything that the plan looked at. */
    public boolean changesAnything() {
        return environments.stream().anyMatch(PlannedEnvironment::changes);
    }
}
