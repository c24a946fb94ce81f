package io.beanpole.deploy.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.plan.CloudFacts;
import io.beanpole.deploy.plan.EnvironmentFact;
import io.beanpole.deploy.plan.Target;
import io.beanpole.deploy.plan.Targets;
import io.beanpole.deploy.release.VersionMaking.Made;
import io.beanpole.deploy.spec.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one environment that an order is for, as a plan wants to know it. */
record OrderTargets(String application, Order order, Made made) implements Targets {
    /** A console knows clouds rather than stages. */
    @Override
    public String stage() {
        return "";
    }

    @Override
    public List<Target> in(Map<String, EnvironmentFact> present, CloudFacts facts, Map<String, String> queueUrls) {
        var name = order.environmentName();
        var environment = Optional.ofNullable(present.get(name))
                .orElseThrow(() -> new DeployException("There is no environment " + name + " in this cloud."));
        return List.of(new Target(
                name,
                environment.isWorker() ? Tier.WORKER : Tier.WEB,
                made.version().label(),
                List.of(),
                Optional.of(made.bundle()),
                Map.of(),
                TreeMap::new,
                order.policy().map(RolloutPolicy::settings).orElseGet(TreeMap::new)));
    }
}
