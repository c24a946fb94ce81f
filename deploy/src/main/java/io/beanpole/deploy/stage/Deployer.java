package io.beanpole.deploy.stage;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.foundation.Topics;
import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.Images;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.image.RegistryKnowledge;
import io.beanpole.deploy.image.Revision;
import io.beanpole.deploy.release.BundleCheck;
import io.beanpole.deploy.release.EnvironmentRollout;
import io.beanpole.deploy.release.ExistingVersion;
import io.beanpole.deploy.release.ProgressLines;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.release.Rollout;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.ImageSpec;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One deployment: what deployment.yml says becomes what runs in a stage. */
public final class Deployer implements AutoCloseable {
    private final DeploymentSpec spec;
    private final StageSpec stage;
    private final StageAccess access;
    private final StateDirectory state;
    private final Progress progress;
    private final ReleaseClients clients;

    /** A deployer of one application to one stage. */
    public Deployer(DeploymentSpec spec, StageSpec stage, StageAccess access, StateDirectory state, Progress progress) {
        this.spec = spec;
        this.stage = stage;
        this.access = access;
        this.state = state;
        this.progress = progress;
        clients = new ReleaseClients(access.aws(), progress);
    }

    /** Deploys the named environments, or all, and returns once every instance runs what was built. */
    public void deploy(List<String> names, Duration deadline, Timings timings) {
        var goals = prepare(names, Purpose.of(""), new BundleCheck(progress, true), timings);
        timings.time("environments", () -> rollout(goals).await(deadline));
    }

    /**
     * Builds what is needed and uploads it; no environment is asked for anything yet.
     *
     * @param names of environments in deployment.yml; all if empty
     * @param check of the bundles, before a version is made of any
     * @return what each shall become, consumers of messages before their producers
     */
    public List<StageGoal> prepare(List<String> names, Purpose purpose, BundleCheck check, Timings timings) {
        var chosen = spec.environments(stage, names).stream()
                .sorted(Comparator.comparing(environment -> environment.tier() == Tier.WEB))
                .toList();
        var values = timings.time("foundation", () -> foundation(chosen));
        var commit = Commit.of(state.root());
        var images = timings.time("images", () -> images(chosen));
        timings.time("check", () -> check(chosen, images, check));
        var planned = timings.time("versions", () -> versions(chosen, images, commit));
        var reason = new Purpose(purpose.note(), commit, purpose.releaseId());
        return chosen.stream()
                .map(environment -> new EnvironmentPlan(
                                spec,
                                stage,
                                environment,
                                Objects.requireNonNull(planned.get(environment)),
                                values.placeholders())
                        .because(reason))
                .map(plan -> new StageGoal(plan, plan.isOf(Tier.WORKER)))
                .toList();
    }

    /**
     * Looks for a version that exists, to be deployed with the settings that are there.
     *
     * @param names of environments in deployment.yml; all if empty
     */
    public List<StageGoal> existing(List<String> names, String label, Purpose purpose) {
        var version = new VersionName(spec.application(), label);
        return spec.environments(stage, names).stream()
                .map(environment -> new StageGoal(
                        new ExistingVersion(clients.parts())
                                .goal(spec.environmentName(stage, environment.name()), version, purpose),
                        environment.tier() == Tier.WORKER))
                .toList();
    }

    /** Environments side by side on their way to what was prepared. */
    public Rollout rollout(List<StageGoal> goals) {
        var parts = clients.parts();
        var rollouts = goals.stream()
                .map(prepared -> new EnvironmentRollout(
                        parts,
                        prepared.goal(),
                        new ProgressLines(progress.of(prepared.goal().environmentName()), parts.clock())))
                .toList();
        return new Rollout(rollouts, parts.following().looks().interval());
    }

    /** How long a deployment is followed if nobody says otherwise. */
    public Duration patience() {
        return clients.parts().following().looks().limit();
    }

    /** The clients of the stage's cloud; closed with this. */
    public ReleaseClients clients() {
        return clients;
    }

    @Override
    public void close() {
        clients.close();
    }

    private StageValues foundation(List<EnvironmentSpec> chosen) {
        var values = StageValues.of(spec, stage, access, new Secrets(state.secrets(stage.name())));
        clients.versions().ensureApplication(spec.application());
        if (stage.foundation()) {
            chosen.stream()
                    .flatMap(environment -> environment.image().repositories().stream())
                    .distinct()
                    .forEach(clients.repositories()::ensure);
            spec.buckets().keySet().forEach(name -> clients.buckets().ensure(values.bucket(name)));
            try (var topics = new Topics(access.aws())) {
                spec.topics().keySet().forEach(name -> topics.ensure(values.topic(name)));
            }
        }
        return values;
    }

    private Map<ImageSpec, PushedImage> images(List<EnvironmentSpec> chosen) {
        var bases = new BaseImages(state.bases(), progress);
        var images = new Images(clients.repositories(), bases, state.images(), progress);
        return new ImageBuild(images, bases, access.needsBaseImages(), progress)
                .push(chosen.stream().map(EnvironmentSpec::image).toList(), Revision.of(state.root()));
    }

    private void check(List<EnvironmentSpec> chosen, Map<ImageSpec, PushedImage> images, BundleCheck check) {
        var bundles = new EnvironmentBundles(spec);
        var places = new StagePlaces(spec, stage, access, new RegistryKnowledge(clients.repositories()::signIn));
        for (var environment : chosen) {
            var image = Objects.requireNonNull(images.get(environment.image()));
            var bundle = bundles.of(environment, image.pinned());
            check.look(spec.environmentName(stage, environment.name()), bundle, places.of(environment, bundle));
        }
        check.requireNoErrors();
    }

    private Map<EnvironmentSpec, PlannedVersion> versions(
            List<EnvironmentSpec> chosen, Map<ImageSpec, PushedImage> images, String commit) {
        var step = new Versions(spec, clients.parts().versions(), progress);
        var planned = new LinkedHashMap<EnvironmentSpec, PlannedVersion>();
        images.forEach((image, pushed) -> chosen.stream()
                .filter(environment -> environment.image().equals(image))
                .forEach(environment -> planned.put(environment, step.plan(environment, pushed, commit))));
        step.awaitProcessed(planned.values());
        return planned;
    }
}
