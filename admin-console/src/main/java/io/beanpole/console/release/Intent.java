package io.beanpole.console.release;

import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import java.util.function.Function;

/**
 * What a person is asked to confirm. It holds everything that will be done, because the window goes on living while
 * they think: another environment may be chosen, and a colleague may deploy.
 *
 * @param presentVersion what the environment ran when it was shown
 * @param work does it
 */
record Intent(
        String environmentName,
        String presentVersion,
        String title,
        String consequences,
        Function<DeploymentListener, DeploymentRecord> work) {}
