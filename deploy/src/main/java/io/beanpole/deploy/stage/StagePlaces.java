package io.beanpole.deploy.stage;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.ImageKnowledge;
import io.beanpole.deploy.dockerrun.Platform;
import io.beanpole.deploy.foundation.BucketRegions;
import io.beanpole.deploy.plan.OptionFiles;
import io.beanpole.deploy.release.InstanceOptions;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stage's environments as places that bundles are checked for, from what deployment.yml says of them.
 *
 * @param images what the stage's registry knows
 */
record StagePlaces(DeploymentSpec spec, StageSpec stage, StageAccess access, ImageKnowledge images) {
    /** The place of an environment; the bundle's own option files count where deployment.yml is silent. */
    CheckContext of(EnvironmentSpec environment, SourceBundle bundle) {
        var settings = new TreeMap<>(OptionFiles.of(bundle).settings());
        settings.putAll(environment.settings());
        var instances = InstanceOptions.of(settings);
        return new CheckContext(
                environment.tier() == Tier.WORKER,
                Platform.of(spec.platform()),
                instances.types(),
                Optional.of(access.aws().region()),
                Set.of(),
                knowledge(),
                Optional.of(this::region),
                instances.profile());
    }

    /** Containers of the local cloud run on this machine, whose architecture their images have. */
    private Optional<ImageKnowledge> knowledge() {
        return stage.localCloud() ? Optional.empty() : Optional.of(images);
    }

    private Optional<String> region(String bucket) {
        try (var regions = new BucketRegions(access.aws())) {
            return regions.region(bucket);
        }
    }
}
