package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.BundleImages;
import io.beanpole.deploy.plan.Target.WantedImage;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a plan about one environment, put together from what was found out. */
final class Planning {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final OptionName POLICY = new OptionName(COMMAND, "DeploymentPolicy");
    private static final OptionName BATCH_SIZE = new OptionName(COMMAND, "BatchSize");
    private static final OptionName BATCH_SIZE_TYPE = new OptionName(COMMAND, "BatchSizeType");
    private static final OptionName CONNECTIONS = new OptionName("aws:elasticbeanstalk:sqsd", "HttpConnections");
    private static final int DEFAULT_CONNECTIONS = 50;

    private final Target target;
    private final Optional<EnvironmentFact> present;
    private final Optional<CloseLook> look;
    private final Surroundings surroundings;
    private final Map<OptionName, String> inForce;

    Planning(Target target, Optional<EnvironmentFact> present, Optional<CloseLook> look, Surroundings surroundings) {
        this.target = target;
        this.present = present;
        this.look = look;
        this.surroundings = surroundings;
        this.inForce = new HashMap<>(look.map(CloseLook::settings).orElseGet(() -> stated(target)));
        this.inForce.putAll(target.first());
    }

    PlannedEnvironment environment() {
        var options = look.map(CloseLook::options).orElse(List.of());
        var replacement = Replacements.withOptions(replacement(), options);
        var risk = risk(replacement);
        return new PlannedEnvironment(
                target.name(),
                target.tier().awsName(),
                present.map(EnvironmentFact::id).orElse(""),
                present.map(EnvironmentFact::status).orElse(""),
                present.map(EnvironmentFact::updatedAt),
                present.map(EnvironmentFact::versionLabel).orElse(""),
                target.label(),
                surroundings.versions().containsKey(target.label()),
                images(),
                look.flatMap(CloseLook::files).orElse(List.of()),
                look.flatMap(CloseLook::files).isPresent(),
                options,
                look.isPresent(),
                replacement,
                Optional.ofNullable(surroundings.tookLastTime().get(target.name())),
                risk,
                new Warnings(target, present, look, surroundings.versions()).sentences(inForce, risk));
    }

    /** Where settings weren't compared: what deployment.yml and the option files say. */
    private static Map<OptionName, String> stated(Target target) {
        var stated = new HashMap<OptionName, String>();
        target.bundle().ifPresent(bundle -> stated.putAll(OptionFiles.of(bundle).settings()));
        target.stated().forEach((name, value) -> {
            if (!value.contains("${")) {
                stated.put(name, value);
            }
        });
        return stated;
    }

    private List<PlannedImage> images() {
        var before = look.flatMap(CloseLook::before).map(BundleImages::of).orElse(Map.of());
        var wanted = target.images().isEmpty() ? ofBundle() : target.images();
        var images = new ArrayList<PlannedImage>();
        for (var image : wanted) {
            images.add(new PlannedImage(
                    image.name(),
                    image.repository(),
                    image.tag(),
                    image.digest(),
                    Optional.ofNullable(before.get(image.name()))
                            .map(ImageName::of)
                            .flatMap(ImageName::digest)));
        }
        return images;
    }

    /** A version that exists says itself what it runs. */
    private List<WantedImage> ofBundle() {
        var images = new ArrayList<WantedImage>();
        look.flatMap(CloseLook::after).map(BundleImages::of).orElse(Map.of()).forEach((name, reference) -> {
            var image = ImageName.of(reference);
            images.add(new WantedImage(name, image.repository(), image.tag(), image.digest()));
        });
        return images;
    }

    private Replacement replacement() {
        var fleet = surroundings.fleets().getOrDefault(target.name(), FleetFact.UNKNOWN);
        var policy = inForce.getOrDefault(POLICY, Replacements.ALL_AT_ONCE);
        if (present.isEmpty()) {
            return new Replacement(policy, 0, 0, 0, 0, "the environment is created; there is nothing to replace");
        }
        if (target.label().equals(present.get().versionLabel())) {
            return new Replacement(
                    policy, fleet.instances(), 0, 0, 0, "the version is the present one; no instance gets another");
        }
        return Replacements.of(
                policy, fleet.instances(), number(BATCH_SIZE), "Fixed".equals(inForce.get(BATCH_SIZE_TYPE)));
    }

    private Optional<LaneRisk> risk(Replacement replacement) {
        var queue = surroundings.queues().get(target.name());
        if (target.tier() != Tier.WORKER || queue == null) {
            return Optional.empty();
        }
        var connections = number(CONNECTIONS).orElse(DEFAULT_CONNECTIONS);
        return Optional.of(
                new LaneRisks(queue, replacement.instances(), connections, replacement.policy(), drain()).risk());
    }

    /** The hook is in the new bundle; its switch is a property that the environment must have by then. */
    private Optional<Duration> drain() {
        var hasHook = look.flatMap(CloseLook::after)
                .or(target::bundle)
                .map(bundle -> bundle.files().keySet().stream().anyMatch(Drain::isHook))
                .orElse(false);
        return hasHook ? number(Drain.LIMIT).filter(seconds -> seconds > 0).map(Duration::ofSeconds) : Optional.empty();
    }

    private Optional<Integer> number(OptionName option) {
        return Optional.ofNullable(inForce.get(option))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
