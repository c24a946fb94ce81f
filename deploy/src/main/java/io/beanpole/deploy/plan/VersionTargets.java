package io.beanpole.deploy.plan;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Environments that shall get a version that exists, and keep their settings.
 *
 * @param names full names of the environments
 * @param label of the version
 */
public record VersionTargets(String stage, String application, List<String> names, String label) implements Targets {
    public VersionTargets {
        names = List.copyOf(names);
    }

    @Override
    public List<Target> in(Map<String, EnvironmentFact> present, CloudFacts facts, Map<String, String> queueUrls) {
        var targets = new ArrayList<Target>();
        for (var name : names) {
            var environment = present.get(name);
            if (environment == null) {
                throw new DeployException(
                        "There is no environment " + name + " in stage " + stage + " that could get the version "
                                + label + ".",
                        "The stage has " + (present.isEmpty() ? "none yet" : String.join(", ", present.keySet()))
                                + ".");
            }
            targets.add(new Target(
                    name,
                    environment.isWorker() ? Tier.WORKER : Tier.WEB,
                    label,
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    TreeMap::new,
                    Map.of()));
        }
        return targets;
    }
}
