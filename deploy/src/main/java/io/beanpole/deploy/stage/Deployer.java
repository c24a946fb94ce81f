package io.beanpole.deploy.stage;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.foundation.Topics;
import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.Images;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.image.Revision;
import io.beanpole.deploy.release.DeploymentJournal;
import io.beanpole.deploy.release.Following;
import io.beanpole.deploy.release.StoredRecords;
import io.beanpole.deploy.release.StoredVersions;
import io.beanpole.deploy.release.VersionShelf;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.ImageSpec;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One deployment: what deployment.yml says becomes what runs in a stage. */
public final class Deployer implements AutoCloseable {
    private final DeploymentSpec spec;
    private final StageSpec stage;
    private final StageAccess access;
    private final StateDirectory state;
    private final Progress progress;
    private final Repositories repositories;
    private final Buckets buckets;
    private final ApplicationVersions versions;
    private final VersionShelf shelf;
    private final DeploymentJournal journal;
    private final Environments environments;

    /** A deployer of one application to one stage. */
    public Deployer(DeploymentSpec spec, StageSpec stage, StageAccess access, StateDirectory state, Progress progress) {
        this.spec = spec;
        this.stage = stage;
        this.access = access;
        this.state = state;
        this.progress = progress;
        repositories = new Repositories(access.aws());
        buckets = new Buckets(access.aws());
        versions = new ApplicationVersions(access.aws());
        shelf = new StoredVersions(versions, buckets);
        var records = new StoredRecords(versions::storageBucket, buckets, progress);
        journal = new DeploymentJournal(records, () -> Account.caller(access.aws()), Clock.systemUTC());
        environments = new Environments(access.aws(), spec.application());
    }

    /** Deploys the named environments, or all, and returns once every instance runs what was built. */
    public void deploy(List<String> names, Duration deadline, Timings timings) {
        var chosen = spec.environments(stage, names).stream()
                .sorted(Comparator.comparing(environment -> environment.tier() == Tier.WEB))
                .toList();
        var values = timings.time("foundation", () -> foundation(chosen));
        var commit = Commit.of(state.root());
        var images = timings.time("images", () -> images(chosen));
        var planned = timings.time("versions", () -> versions(chosen, images, commit));
        timings.time("environments", () -> rollout(planned, values).await(deadline));
    }

    @Override
    public void close() {
        environments.close();
        versions.close();
        buckets.close();
        repositories.close();
    }

    private StageValues foundation(List<EnvironmentSpec> chosen) {
        var values = StageValues.of(spec, stage, access, new Secrets(state.secrets(stage.name())));
        versions.ensureApplication(spec.application());
        if (stage.foundation()) {
            chosen.stream()
                    .flatMap(environment -> environment.image().repositories().stream())
                    .distinct()
                    .forEach(repositories::ensure);
            spec.buckets().keySet().forEach(name -> buckets.ensure(values.bucket(name)));
            try (var topics = new Topics(access.aws())) {
                spec.topics().keySet().forEach(name -> topics.ensure(values.topic(name)));
            }
        }
        return values;
    }

    private Map<ImageSpec, PushedImage> images(List<EnvironmentSpec> chosen) {
        var bases = new BaseImages(state.bases(), progress);
        var images = new Images(repositories, bases, state.images(), progress);
        return new ImageBuild(images, bases, access.needsBaseImages(), progress)
                .push(chosen.stream().map(EnvironmentSpec::image).toList(), Revision.of(state.root()));
    }

    private Map<EnvironmentSpec, PlannedVersion> versions(
            List<EnvironmentSpec> chosen, Map<ImageSpec, PushedImage> images, String commit) {
        var step = new Versions(spec, shelf, progress);
        var planned = new LinkedHashMap<EnvironmentSpec, PlannedVersion>();
        images.forEach((image, pushed) -> chosen.stream()
                .filter(environment -> environment.image().equals(image))
                .forEach(environment -> planned.put(environment, step.plan(environment, pushed, commit))));
        step.awaitProcessed(planned.values());
        return planned;
    }

    private Rollout rollout(Map<EnvironmentSpec, PlannedVersion> planned, StageValues values) {
        var following = access.aws().hasOwnEndpoint() ? Following.NEARBY : Following.FAR_AWAY;
        var rollouts = planned.entrySet().stream()
                .map(entry -> new EnvironmentPlan(spec, stage, entry.getKey(), entry.getValue(), values.placeholders()))
                .map(plan -> new EnvironmentRollout<>(environments, plan, journal, following, progress))
                .toList();
        return new Rollout(rollouts, following.looks().interval());
    }
}
