package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The environments of a stage by tier, full names.
 *
 * @param workers consumers of messages
 * @param webs their producers
 */
record Waves(List<String> workers, List<String> webs) {
    /** Those that are named in deployment.yml, all if none is. */
    static Waves of(DeploymentSpec spec, StageSpec stage, List<String> names) {
        var chosen = spec.environments(stage, names);
        return new Waves(names(spec, stage, chosen, Tier.WORKER), names(spec, stage, chosen, Tier.WEB));
    }

    /** Consumers first. */
    List<String> names() {
        return Stream.concat(workers.stream(), webs.stream()).toList();
    }

    /** The order in which they are released, as sentences. */
    List<String> describe() {
        var lines = new ArrayList<String>();
        if (!workers.isEmpty()) {
            lines.add("First the consumers, side by side: " + String.join(", ", workers) + ".");
        }
        if (!webs.isEmpty()) {
            lines.add(
                    (workers.isEmpty() ? "" : "When these are well, the producers: ") + String.join(", ", webs) + ".");
        }
        lines.add("If one fails, all that were changed go back to the version that they have now.");
        return lines;
    }

    private static List<String> names(DeploymentSpec spec, StageSpec stage, List<EnvironmentSpec> chosen, Tier tier) {
        return chosen.stream()
                .filter(environment -> environment.tier() == tier)
                .map(environment -> spec.environmentName(stage, environment.name()))
                .toList();
    }
}
