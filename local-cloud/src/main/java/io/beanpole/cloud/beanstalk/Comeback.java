package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.DeploymentPolicy;
import java.util.Optional;

/**
 * The return of an environment after the local cloud was started again. Whoever began an operation that was cut hears
 * under its request id that it did not come to its end, and what runs now.
 */
final class Comeback {
    private final Environment environment;
    private final Course course;

    Comeback(Environment environment, Course course) {
        this.environment = environment;
        this.course = course;
    }

    /** @param kept how the environment was found */
    void run(EnvironmentRecord kept) {
        EventLog.OperationEvents events = course.events();
        Underway cut = kept.progress().underway();
        if (cut.isNothing()) {
            events.info("The local cloud was started; launching the environment's instances anew.");
        } else {
            events.error("The local cloud ended while " + cut.what() + ", so that operation was not completed. The"
                    + " environment goes on with version " + kept.version() + " on new instances.");
        }
        Optional<RunningVersion> next = cut.isNothing()
                ? environment.prepared(kept.version(), course)
                : environment.counted(kept.version(), course);
        if (cut.instances() >= 0 && next.isPresent()) {
            environment.group().holdAt(cut.instances());
            environment.group().bound();
        }
        if (next.isEmpty() || !environment.brought(next.get(), DeploymentPolicy.ALL_AT_ONCE, course)) {
            events.error("The environment's instances did not come back; see the events before this one.");
        }
    }
}
