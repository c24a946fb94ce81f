package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.PlanFile;
import io.beanpole.deploy.plan.PlannedEnvironment;
import io.beanpole.deploy.plan.Staleness;
import io.beanpole.deploy.release.Goal;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.nio.file.Path;
import java.util.List;

/** A plan that a deployment is held to: what it does is what somebody has read, or nothing. */
record HeldPlan(Path file, Plan plan) {
    /** Reads a plan of this stage. */
    static HeldPlan read(Path file, DeploymentSpec spec, StageSpec stage) {
        var plan = PlanFile.read(file);
        if (!plan.stage().equals(stage.name()) || !plan.application().equals(spec.application())) {
            throw new DeployException(
                    file + " is a plan for " + plan.application() + " in stage " + plan.stage() + ", not for "
                            + spec.application() + " in " + stage.name() + ".",
                    "Name the plan's stage with --stage, or make another plan.");
        }
        return new HeldPlan(file, plan);
    }

    /** The names that deployment.yml has for the environments of the plan. */
    List<String> names(DeploymentSpec spec, StageSpec stage) {
        return spec.environments().keySet().stream()
                .filter(name ->
                        plan.environment(spec.environmentName(stage, name)).isPresent())
                .toList();
    }

    /** Refuses when the world is another than when the plan was made. */
    void requireHolds(Plan now) {
        var news = Staleness.of(plan, now);
        if (!news.isEmpty()) {
            throw new DeployException(
                    "The plan " + file + " no longer holds, and nothing was deployed. " + String.join(" ", news),
                    "Look at what is planned now: ./beanpole plan --stage " + plan.stage() + " --out " + file);
        }
    }

    /** Refuses when what was built in the end is another version than the plan says. */
    void requireVersions(List<Goal> goals) {
        for (var goal : goals) {
            plan.environment(goal.environmentName())
                    .map(PlannedEnvironment::toVersion)
                    .filter(planned -> !planned.isEmpty() && !planned.equals(goal.versionLabel()))
                    .ifPresent(planned -> {
                        throw new DeployException(
                                "The plan " + file + " brings " + planned + " to " + goal.environmentName()
                                        + ", but what was built is " + goal.versionLabel()
                                        + "; no environment was asked for it.",
                                "Make the plan again from what is built now.");
                    });
        }
    }
}
