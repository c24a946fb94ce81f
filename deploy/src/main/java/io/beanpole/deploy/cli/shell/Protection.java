package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.connection.AccessChoices;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose name has to be typed before a change. What is changed decides, not the stage that was named: a full name, the
 * URL of a queue or another profile reach production from any stage.
 *
 * @param isDescribed whether there is a deployment.yml, which alone says what is production
 */
record Protection(DeploymentSpec spec, boolean isDescribed, StageSpec stage, AccessChoices choices) {
    /**
     * The name, if one has to be typed; production's before all others.
     *
     * @param subjects the full names of the environments and queues that are changed; none for all that the stage has
     */
    Optional<Guarded> of(Collection<String> subjects) {
        if (stage.production()) {
            return Optional.of(production(stage, " in " + stage.name()));
        }
        return ofAccess()
                .or(() -> subjects.stream()
                        .flatMap(subject -> ofProduction(subject).stream())
                        .findFirst())
                .or(() -> isDescribed || !subjects.isEmpty() ? ofStranger(subjects) : ofStranger(applications()));
    }

    private Optional<Guarded> ofAccess() {
        return spec.stages().values().stream()
                .filter(StageSpec::production)
                .filter(other -> choices.leadFrom(stage, other))
                .findFirst()
                .map(other -> production(
                        other, ", by another profile or region than that of " + stage.name() + ", in " + other.name()));
    }

    private Optional<Guarded> ofProduction(String subject) {
        return owner(subject)
                .filter(StageSpec::production)
                .map(owner -> production(owner, "; " + subject + " is of " + owner.name()));
    }

    /** Of what nobody described, nobody said that it isn't production; the local cloud is this machine's alone. */
    private Optional<Guarded> ofStranger(Collection<String> subjects) {
        if (stage.localCloud() || stage.endpoint() != null) {
            return Optional.empty();
        }
        return subjects.stream()
                .filter(subject -> owner(subject).isEmpty())
                .findFirst()
                .map(subject -> new Guarded(subject, "; " + subject + " is of no stage of a deployment.yml"));
    }

    private Collection<String> applications() {
        return List.of(spec.application());
    }

    /** A queue of production may have a prefix of its own before the stage's; another stage's name has to lead. */
    private Optional<StageSpec> owner(String subject) {
        if (!isDescribed) {
            return Optional.empty();
        }
        return spec.stages().values().stream()
                .filter(each -> each.localCloud() == stage.localCloud())
                .filter(each -> each.production()
                        ? subject.contains(spec.environmentName(each, ""))
                        : subject.startsWith(spec.environmentName(each, "")))
                .max(Comparator.comparingInt(each -> each.name().length()));
    }

    private static Guarded production(StageSpec stage, String where) {
        return new Guarded(stage.name(), where + ", which is production");
    }

    /**
     * A name that has to be typed.
     *
     * @param why goes on after what will happen: " in production, which is production"
     */
    record Guarded(String name, String why) {}
}
