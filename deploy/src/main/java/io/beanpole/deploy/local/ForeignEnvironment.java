package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.beanstalk.DeploymentWatch;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.NewEnvironment;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Tier;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs a bundle that somebody made as an environment of its own, by the calls that one would make to AWS: upload,
 * application version, environment.
 *
 * @param settings option settings beside those of the bundle's .ebextensions
 */
public record ForeignEnvironment(String name, Tier tier, SortedMap<OptionName, String> settings) {
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** The environment called so, with these environment properties. */
    public static ForeignEnvironment named(String name, Tier tier, Map<String, String> properties) {
        var settings = new TreeMap<OptionName, String>();
        properties.forEach((key, value) -> settings.put(new OptionName(OptionName.PROPERTIES, key), value));
        return new ForeignEnvironment(name, tier, settings);
    }

    /** Returns when every instance runs the bundle; an environment that is there already gets it as its next version. */
    public EnvironmentState run(ForeignBundle bundle, AwsAccess access, Duration within, Progress progress) {
        var version = new VersionName(name, bundle.label());
        try (var versions = new ApplicationVersions(access);
                var environments = new Environments(access, name)) {
            progress.say("Uploading the bundle as version " + version.label() + " of application " + name + ".");
            upload(bundle, version, versions, access);
            new Patience(within, GLANCE).await("the version", () -> versions.isProcessed(version));
            var watch = begin(bundle, version, environments, progress);
            if (!new Patience(within, GLANCE).await("the environment", () -> isDecided(watch.look(), watch))) {
                throw new DeployException(
                        name + " did not run the bundle within " + within.toSeconds() + " s; it still waits for "
                                + watch.waitingFor() + ".",
                        "./beanpole status and the logs of its instances say more; --timeout gives it longer.");
            }
            return environments
                    .find(name)
                    .orElseThrow(() -> new DeployException("The environment " + name + " was terminated meanwhile."));
        }
    }

    private static void upload(
            ForeignBundle bundle, VersionName version, ApplicationVersions versions, AwsAccess access) {
        versions.ensureApplication(version.application());
        if (versions.has(version)) {
            return;
        }
        var bucket = versions.storageBucket();
        var key = version.application() + "/" + bundle.key();
        try (var buckets = new Buckets(access)) {
            buckets.put(bucket, key, "application/zip", bundle.content());
        }
        versions.create(version, new BundleAddress(bucket, key), "Brought by ./beanpole up --bundle");
    }

    private DeploymentWatch begin(
            ForeignBundle bundle, VersionName version, Environments environments, Progress progress) {
        var present = environments.find(name);
        if (present.isPresent()) {
            var watch = watch(environments, present.get(), version, progress).fromNow();
            environments.updateVersion(present.get(), version.label());
            return watch;
        }
        var created = environments.create(
                new NewEnvironment(name, name, tier, platform(bundle, environments), version.label(), settings));
        return watch(environments, created, version, progress);
    }

    private static DeploymentWatch watch(
            Environments environments, EnvironmentState environment, VersionName version, Progress progress) {
        return new DeploymentWatch(
                environments,
                environment,
                version.label(),
                event -> progress.say(event.severity() + " " + event.message()));
    }

    private static String platform(ForeignBundle bundle, Environments environments) {
        var kind = bundle.needsEcs() ? "running ECS" : "running Docker";
        var platforms = environments.platforms();
        return platforms.stream()
                .filter(platform -> platform.contains(kind))
                .findFirst()
                // The local cloud runs every kind of bundle, whatever the platform of its environment is called.
                .or(() -> platforms.stream().findFirst())
                .orElseThrow(() -> new DeployException("The local cloud has no platform '" + kind + "'."));
    }

    private boolean isDecided(Outcome outcome, DeploymentWatch watch) {
        if (outcome == Outcome.FAILED && watch.isAtRest()) {
            throw new DeployException(
                    name + " does not run the bundle. Its last events:\n" + String.join("\n", watch.lastEvents()),
                    "The environment stays, so that its logs can be read.");
        }
        return outcome == Outcome.SUCCEEDED;
    }
}
