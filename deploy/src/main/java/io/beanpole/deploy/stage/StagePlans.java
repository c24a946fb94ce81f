package io.beanpole.deploy.stage;

import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.Plans;
import io.beanpole.deploy.plan.Targets;
import io.beanpole.deploy.plan.VersionTargets;
import io.beanpole.deploy.plan.cloud.AwsCloudFacts;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Plans of a stage as it is at the moment. */
public record StagePlans(DeploymentSpec spec, StageSpec stage, StageAccess access, StateDirectory state) {
    /**
     * What a deployment would change now.
     *
     * @param names of environments in deployment.yml, which are looked at closely; all if empty
     * @param label of a version that exists; what is built here without it
     */
    public Plan of(List<String> names, Optional<String> label) {
        var chosen = names.isEmpty() ? spec.usualEnvironments() : names;
        var fullNames =
                chosen.stream().map(name -> spec.environmentName(stage, name)).toList();
        Targets targets = label.<Targets>map(
                        version -> new VersionTargets(stage.name(), spec.application(), fullNames, version))
                .orElseGet(() -> new StageTargets(spec, stage, access, state, chosen));
        try (var facts = new AwsCloudFacts(access.aws(), spec.application())) {
            return new Plans(facts, targets, access.aws().clock()).of(new TreeSet<>(fullNames));
        }
    }
}
