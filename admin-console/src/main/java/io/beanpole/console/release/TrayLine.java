package io.beanpole.console.release;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.desk.RolloutPolicy;

/**
 * What is prepared for one environment of a release.
 *
 * @param presentVersion what the environment ran when it was prepared
 */
public record TrayLine(Order order, boolean isWorker, String presentVersion) {
    public String environmentName() {
        return order.environmentName();
    }

    /** In which step it is released. */
    public String wave() {
        return Words.of(isWorker ? "deploy.release.first" : "deploy.release.then");
    }

    /** What it gets, in words, and how, where that is another policy than it has. */
    public String what() {
        var what = Choice.name(order.content());
        return order.policy()
                .map(RolloutPolicy::inWords)
                .map(policy -> Words.of("deploy.release.how", what, policy))
                .orElse(what);
    }
}
