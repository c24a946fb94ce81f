package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.ImageKnowledge;
import io.beanpole.deploy.dockerrun.Platform;
import io.beanpole.deploy.dockerrun.SourceFiles;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.foundation.BucketRegions;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.image.RegistryKnowledge;
import io.beanpole.deploy.release.InstanceOptions;
import io.beanpole.deploy.release.StoredVersions;
import io.beanpole.deploy.spec.OptionName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An environment as a place that files are checked for, and the files of the version that it runs. */
final class DeployedSource {
    private final AwsAccess access;
    private final EnvironmentOverview environment;

    private DeployedSource(AwsAccess access, EnvironmentOverview environment) {
        this.access = access;
        this.environment = environment;
    }

    /** The environment of this name, in deployment.yml or in full. */
    static DeployedSource of(Shell shell, StageChoice stage, String name) {
        var fullName = stage.environmentName(shell, name);
        try (var connection = stage.connect(shell)) {
            var environment = connection.environments().all().stream()
                    .filter(each -> each.name().equals(fullName))
                    .findFirst()
                    .orElseThrow(() -> new DeployException(
                            "There is no environment " + fullName + " in this stage.",
                            "./beanpole status shows those that there are."));
            return new DeployedSource(stage.access(shell), environment);
        }
    }

    /** The files of the deployed version. */
    SourceFiles files() {
        if (environment.versionLabel().isEmpty()) {
            throw new DeployException(environment.name() + " has no version yet, so there is no file of it.");
        }
        try (var versions = new ApplicationVersions(access);
                var buckets = new Buckets(access)) {
            var name = new VersionName(environment.application(), environment.versionLabel());
            return SourceFiles.ofBundle(
                    new StoredVersions(versions, buckets).bundle(name).bytes());
        }
    }

    /** Calls with what is known of the environment; the registry can be asked for as long as the call lasts. */
    <T> T check(Function<CheckContext, T> work) {
        try (var environments = new Environments(access, environment.application());
                var repositories = new Repositories(access);
                var buckets = new BucketRegions(access)) {
            var settings = environments
                    .find(environment.name())
                    .<Map<OptionName, String>>map(environments::settings)
                    .orElse(Map.of());
            var instances = InstanceOptions.of(settings);
            ImageKnowledge images = new RegistryKnowledge(repositories::signIn);
            return work.apply(new CheckContext(
                    environment.isWorker(),
                    Platform.of(environment.platform()),
                    instances.types(),
                    Optional.of(access.region()),
                    Set.of(),
                    Optional.of(images),
                    Optional.of(buckets::region),
                    instances.profile()));
        }
    }
}
