package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentChanges;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.NewEnvironment;
import io.beanpole.deploy.release.Goal;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an environment shall become: a version and settings, some of which wait for queues of other environments. */
final class EnvironmentPlan implements Goal {
    private static final String LANE = "lane";
    private static final String QUEUE_URL = ".queueUrl";

    private final DeploymentSpec spec;
    private final StageSpec stage;
    private final EnvironmentSpec environment;
    private final PlannedVersion version;
    private final Placeholders placeholders;
    private Purpose purpose = Purpose.of("");

    EnvironmentPlan(
            DeploymentSpec spec,
            StageSpec stage,
            EnvironmentSpec environment,
            PlannedVersion version,
            Placeholders placeholders) {
        this.spec = spec;
        this.stage = stage;
        this.environment = environment;
        this.version = version;
        this.placeholders = placeholders;
    }

    /** The same plan with a reason for it. */
    EnvironmentPlan because(Purpose reason) {
        purpose = reason;
        return this;
    }

    boolean isOf(Tier tier) {
        return environment.tier() == tier;
    }

    @Override
    public String environmentName() {
        return spec.environmentName(stage, environment.name());
    }

    @Override
    public String application() {
        return spec.application();
    }

    @Override
    public String versionLabel() {
        return version.label();
    }

    @Override
    public List<String> images() {
        return version.images();
    }

    @Override
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public boolean asksAgain() {
        return false;
    }

    @Override
    public Optional<SortedMap<OptionName, String>> settings(EnvironmentFeed feed, EnvironmentChanges changes) {
        return queues(feed, changes).map(this::settings);
    }

    @Override
    public Optional<NewEnvironment> creation(SortedMap<OptionName, String> settings) {
        return Optional.of(new NewEnvironment(
                spec.application(), environmentName(), environment.tier(), spec.platform(), versionLabel(), settings));
    }

    /** The queues of the lanes that the settings ask for; empty while one has none yet. */
    private Optional<Map<String, String>> queues(EnvironmentFeed feed, EnvironmentChanges changes) {
        var queues = new TreeMap<String, String>();
        for (var lane : lanes()) {
            var name = spec.environmentName(stage, spec.environmentOfLane(lane));
            var url = feed.find(name).flatMap(found -> changes.queueUrl(name));
            if (url.isEmpty()) {
                return Optional.empty();
            }
            queues.put(lane, url.get());
        }
        return Optional.of(queues);
    }

    /** Fills in the settings. */
    SortedMap<OptionName, String> settings(Map<String, String> queues) {
        var withLanes = placeholders
                .with(LANE, name -> queues.getOrDefault(lane(name), ""))
                .with("option", this::option);
        var settings = new TreeMap<OptionName, String>();
        environment
                .settings()
                .forEach((option, value) -> settings.put(
                        option, withLanes.fill("environments." + environment.name() + "." + option, value)));
        return settings;
    }

    private Set<String> lanes() {
        var lanes = new TreeSet<String>();
        environment
                .settings()
                .values()
                .forEach(value -> Placeholders.asked(value, LANE).stream()
                        .map(EnvironmentPlan::lane)
                        .forEach(lanes::add));
        return lanes;
    }

    /** One setting may repeat another, so that the two never disagree. */
    private String option(String fullName) {
        return environment.settings().entrySet().stream()
                .filter(setting -> setting.getKey().toString().equals(fullName))
                .map(setting -> setting.getValue())
                .findFirst()
                .orElseThrow(() -> new DeployException("the environment has no option " + fullName + "."));
    }

    private static String lane(String asked) {
        if (!asked.endsWith(QUEUE_URL)) {
            throw new DeployException("of a lane only its queueUrl can be asked for, as in ${lane:express.queueUrl}.");
        }
        return asked.substring(0, asked.length() - QUEUE_URL.length());
    }
}
