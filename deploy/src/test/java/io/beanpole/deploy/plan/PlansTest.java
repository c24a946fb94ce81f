package io.beanpole.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.plan.Target.WantedImage;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says, and what it costs. */
class PlansTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final OptionName POLICY = new OptionName("aws:elasticbeanstalk:command", "DeploymentPolicy");
    private static final OptionName CONNECTIONS = new OptionName("aws:elasticbeanstalk:sqsd", "HttpConnections");

    private final FakeFacts facts = new FakeFacts();
    private final List<String> names = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void fiftyWorkers() throws IOException {
        for (int i = 0; i < 50; i++) {
            var name = "shop-" + i;
            names.add(name);
            facts.worker(name, "old");
            facts.fleets.put(name, new FleetFact(4, 1, 8));
        }
        facts.versions.put("old", new VersionFact("old", "Processed", Optional.empty()));
        facts.bundles.put("old", bundle("sha256:aa", "HttpConnections: 1"));
        facts.repositories.put("shop", new RepositoryFact("shop", "registry/shop", Map.of("1", "sha256:bb")));
        facts.repositories.put("base", new RepositoryFact("base", "registry/base", Map.of()));
        facts.settings.put(POLICY, "Rolling");
        facts.settings.put(new OptionName("aws:elasticbeanstalk:command", "BatchSize"), "50");
        facts.settings.put(CONNECTIONS, "1");
        facts.events.add(new EventFact("shop-7", NOW, "Environment update is starting."));
        facts.events.add(
                new EventFact("shop-7", NOW, "New application version was deployed to running EC2 instances."));
        facts.events.add(new EventFact("shop-7", NOW.plusSeconds(95), "Environment update completed successfully."));
    }

    @Test
    void anOverviewOfFiftyEnvironmentsTakesAtMostTwelveRequests() {
        var plan = plan(names, Set.of());

        assertThat(plan.environments()).hasSize(50).allMatch(PlannedEnvironment::changesVersion);
        assertThat(plan.calls()).isEqualTo(facts.calls()).isLessThanOrEqualTo(12);
        assertThat(plan.environments()).noneMatch(PlannedEnvironment::comparedOptions);
    }

    @Test
    void aCloseLookAtOneOfFiftyTakesAtMostTwelveRequests() {
        var plan = plan(List.of("shop-7"), Set.of("shop-7"));

        assertThat(plan.calls()).isLessThanOrEqualTo(12);
        assertThat(plan.environment("shop-7")).isPresent();
    }

    @Test
    void aCloseLookTellsDigestsFilesOptionsInstancesTimesAndMessages() {
        var shop =
                plan(List.of("shop-7"), Set.of("shop-7")).environment("shop-7").orElseThrow();

        assertThat(shop.images())
                .containsExactly(new PlannedImage(
                        "app", "registry/shop", "1", Optional.of("sha256:bb"), Optional.of("sha256:aa")));
        assertThat(shop.files())
                .extracting(FileChange::path)
                .containsExactly(".ebextensions/10-a.config", "Dockerrun.aws.json");
        assertThat(shop.options())
                .extracting(OptionChange::fullName, OptionChange::before, OptionChange::after, OptionChange::afterFrom)
                .containsExactly(tuple(CONNECTIONS.toString(), "1", "2", OptionSource.EBEXTENSIONS));
        assertThat(shop.replacement().batches()).isEqualTo(2);
        assertThat(shop.replacement().batchSize()).isEqualTo(2);
        assertThat(shop.tookLastTime()).contains(Duration.ofSeconds(95));
        assertThat(shop.lane().orElseThrow().duplicates()).isEqualTo(3);
        assertThat(shop.updatedAt()).contains(FakeFacts.UPDATED);
    }

    @Test
    void anEnvironmentThatIsNotThereIsToBeCreated() {
        var plan = plan(List.of("shop-new"), Set.of("shop-new"));

        assertThat(plan.environments()).singleElement().matches(PlannedEnvironment::isNew);
        assertThat(plan.changesAnything()).isTrue();
    }

    @Test
    void anEnvironmentThatIsBusyIsWarnedOf() {
        facts.environments.set(
                7,
                new EnvironmentFact("e-shop-7", "shop-7", "Worker", "Updating", "old", "ECS", "", FakeFacts.UPDATED));

        assertThat(plan(names, Set.of()).environment("shop-7").orElseThrow().warnings())
                .containsExactly("shop-7 is Updating, and Elastic Beanstalk takes a deployment only when it is Ready.");
    }

    private Plan plan(List<String> wanted, Set<String> closely) {
        return new Plans(facts, new Wanted(wanted), Clock.fixed(NOW, ZoneOffset.UTC)).of(closely);
    }

    private SourceBundle bundle(String digest, String option) throws IOException {
        var content = Files.createTempDirectory(folder, "bundle");
        Files.writeString(content.resolve("Dockerrun.aws.json"), """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "registry/shop@%s"}]}
                """.formatted(digest));
        Files.createDirectories(content.resolve(".ebextensions"));
        Files.writeString(
                content.resolve(".ebextensions/10-a.config"),
                "option_settings:\n  aws:elasticbeanstalk:sqsd:\n    " + option + "\n");
        return SourceBundle.ofFolder(content);
    }

    /** Everything gets the same new version. */
    private final class Wanted implements Targets {
        private final List<String> wanted;

        Wanted(List<String> wanted) {
            this.wanted = wanted;
        }

        @Override
        public String stage() {
            return "test";
        }

        @Override
        public String application() {
            return "shop";
        }

        @Override
        public List<Target> in(Map<String, EnvironmentFact> present, CloudFacts cloud, Map<String, String> queues) {
            cloud.repositories();
            cloud.repository("base");
            var digest = cloud.repository("shop").digest("1");
            return wanted.stream().map(name -> target(name, digest)).toList();
        }

        private Target target(String name, Optional<String> digest) {
            try {
                return new Target(
                        name,
                        Tier.WORKER,
                        "new",
                        List.of(new WantedImage("app", "registry/shop", "1", digest)),
                        Optional.of(bundle("sha256:bb", "HttpConnections: 2")),
                        Map.of(),
                        TreeMap::new,
                        Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
