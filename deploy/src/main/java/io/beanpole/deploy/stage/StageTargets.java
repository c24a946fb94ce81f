package io.beanpole.deploy.stage;

import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.ExpectedImage;
import io.beanpole.deploy.image.ImageReference;
import io.beanpole.deploy.plan.CloudFacts;
import io.beanpole.deploy.plan.EnvironmentFact;
import io.beanpole.deploy.plan.RepositoryFact;
import io.beanpole.deploy.plan.Target;
import io.beanpole.deploy.plan.Target.WantedImage;
import io.beanpole.deploy.plan.Targets;
import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.ImageOrigin;
import io.beanpole.deploy.spec.ImageSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.StageSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What deployment.yml and the present build ask of a stage, found out without building or pushing anything. */
public final class StageTargets implements Targets {
    private final DeploymentSpec spec;
    private final StageSpec stage;
    private final StageAccess access;
    private final StateDirectory state;
    private final List<String> names;
    private final Map<String, Optional<RepositoryFact>> repositories = new HashMap<>();
    private final Map<ImageSpec, WantedImage> images = new HashMap<>();

    /**
     * The targets of a stage.
     *
     * @param names of environments as deployment.yml calls them; none for all
     */
    public StageTargets(
            DeploymentSpec spec, StageSpec stage, StageAccess access, StateDirectory state, List<String> names) {
        this.spec = spec;
        this.stage = stage;
        this.access = access;
        this.state = state;
        this.names = List.copyOf(names);
    }

    @Override
    public String stage() {
        return stage.name();
    }

    @Override
    public String application() {
        return spec.application();
    }

    @Override
    public List<Target> in(Map<String, EnvironmentFact> present, CloudFacts facts, Map<String, String> queueUrls) {
        var bundles = new EnvironmentBundles(spec);
        var targets = new ArrayList<Target>();
        for (var environment : spec.environments(stage, names)) {
            var image = images.computeIfAbsent(environment.image(), wanted -> image(wanted, facts));
            var bundle = image.digest().map(digest -> bundles.of(environment, image.repository() + "@" + digest));
            targets.add(new Target(
                    spec.environmentName(stage, environment.name()),
                    environment.tier(),
                    bundle.map(known -> EnvironmentBundles.label(environment, known))
                            .orElse(""),
                    List.of(image),
                    bundle,
                    environment.settings(),
                    () -> settings(environment, facts, queueUrls),
                    Map.of()));
        }
        return targets;
    }

    private WantedImage image(ImageSpec image, CloudFacts facts) {
        if (image.origin() instanceof ImageOrigin.Existing existing) {
            return existing(image.name(), ImageReference.of(existing.reference()), facts);
        }
        var repository = repository(image.repository(), facts);
        var base = image.base().flatMap(wanted -> base(wanted, facts));
        if (base.isEmpty() && image.base().filter(this::needsBase).isPresent()) {
            return new WantedImage(image.name(), uri(image, repository), "", Optional.empty());
        }
        var hash = ExpectedImage.hash(image, base);
        var tag = repository.flatMap(known -> known.tagOf(hash));
        return new WantedImage(
                image.name(),
                uri(image, repository),
                tag.orElse(hash),
                tag.flatMap(known -> repository.flatMap(found -> found.digest(known))));
    }

    private WantedImage existing(String name, ImageReference reference, CloudFacts facts) {
        var repository = repository(reference.name(), facts);
        var tag = reference.tag().orElse("");
        return new WantedImage(
                name,
                repository.map(RepositoryFact::uri).orElse(reference.repository()),
                tag,
                reference.digest().or(() -> repository.flatMap(known -> known.digest(tag))));
    }

    private static String uri(ImageSpec image, Optional<RepositoryFact> repository) {
        return repository.map(RepositoryFact::uri).orElse(image.repository());
    }

    private Optional<String> base(BaseSpec base, CloudFacts facts) {
        return repository(base.repository(), facts).flatMap(found -> found.digest(BaseImages.tag(base)));
    }

    /** As a deployment decides it: without the means to make a base, images on the host's Java do without. */
    private boolean needsBase(BaseSpec base) {
        return access.needsBaseImages() || new BaseImages(state.bases(), line -> {}).isAvailable(base);
    }

    private Optional<RepositoryFact> repository(String name, CloudFacts facts) {
        return repositories.computeIfAbsent(
                name,
                wanted -> facts.repositories().containsKey(wanted)
                        ? Optional.of(facts.repository(wanted))
                        : Optional.empty());
    }

    private SortedMap<OptionName, String> settings(
            EnvironmentSpec environment, CloudFacts facts, Map<String, String> queueUrls) {
        var values = StageValues.of(spec, stage, access, new Secrets(state.secrets(stage.name())), facts.account());
        var plan =
                new EnvironmentPlan(spec, stage, environment, new PlannedVersion("", List.of()), values.placeholders());
        var queues = new TreeMap<String, String>();
        spec.lanes()
                .forEach(lane -> queues.put(
                        lane,
                        queueUrls.getOrDefault(
                                spec.environmentName(stage, spec.environmentOfLane(lane)),
                                "(the queue of lane " + lane + ", which is not made yet)")));
        return plan.settings(queues);
    }
}
