package io.beanpole.console.release;

import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.plan.Plan;
import java.util.Optional;

/**
 * What a person is asked to confirm. It holds everything that will be done, because the window goes on living while
 * they think: another environment may be chosen, and a colleague may deploy.
 *
 * @param order what is asked for
 * @param presentVersion what the environment ran when it was shown
 * @param title what is being done: "Deploying to beanpole-local-web"
 * @param plan as it was made for the question; empty when none could be made
 */
record Intent(Order order, String presentVersion, String title, Optional<Plan> plan) {
    String environmentName() {
        return order.environmentName();
    }
}
