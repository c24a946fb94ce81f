package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.ImageKnowledge;
import io.beanpole.deploy.dockerrun.Platform;
import io.beanpole.deploy.image.RegistryKnowledge;
import io.beanpole.deploy.release.BundleCheck;
import io.beanpole.deploy.release.InstanceOptions;
import io.beanpole.deploy.release.Promotion;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether what is promoted runs in its new place, too, whose settings are not those of the old one. */
record PromotionCheck(DeploymentSpec spec, StageSpec target, ReleaseClients origin, ReleaseClients destination) {
    /** Looks at all of them before one is brought over. */
    void of(List<Promotion.Candidate> candidates, String region, BundleCheck check) {
        var images = new RegistryKnowledge(origin.repositories()::signIn);
        for (var candidate : candidates) {
            var version = new VersionName(candidate.application(), candidate.versionLabel());
            check.look(
                    candidate.target(),
                    origin.parts().versions().bundle(version),
                    place(candidate.target(), region, images));
        }
        check.requireNoErrors();
    }

    /** Images aren't where they are going yet, so the registry that they come from is asked. */
    private CheckContext place(String environment, String region, ImageKnowledge images) {
        var parts = destination.parts();
        var instances = parts.feed()
                .find(environment)
                .<Map<OptionName, String>>map(parts.changes()::settings)
                .map(InstanceOptions::of)
                .orElse(new InstanceOptions(List.of(), Optional.empty()));
        return new CheckContext(
                isWorker(environment),
                Platform.of(spec.platform()),
                instances.types(),
                Optional.of(region),
                Set.of(),
                target.localCloud() ? Optional.empty() : Optional.of(images),
                Optional.empty(),
                instances.profile());
    }

    private boolean isWorker(String environment) {
        return spec.environments().values().stream()
                .filter(each -> spec.environmentName(target, each.name()).equals(environment))
                .anyMatch(each -> each.tier() == Tier.WORKER);
    }
}
