package io.beanpole.deploy.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.ExpectedImage;
import io.beanpole.deploy.plan.FakeFacts;
import io.beanpole.deploy.plan.RepositoryFact;
import io.beanpole.deploy.plan.Target;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stage shall become, without building anything. */
class StageTargetsTest {
    private static final String BASE = "sha256:ba5e";

    private final FakeFacts facts = new FakeFacts();

    @TempDir
    private Path root;

    private DeploymentSpec spec;

    @BeforeEach
    void aBuiltCheckout() throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID);
        Files.createDirectories(root.resolve("worker/classes/a"));
        Files.writeString(root.resolve("worker/classes/a/Worker.class"), "worker");
        spec = new SpecFile(root).read();
        Files.copy(
                Path.of("../Dockerrun.aws.json.template"),
                spec.dockerrunTemplate(),
                StandardCopyOption.REPLACE_EXISTING);
        var base = spec.bases().get("java");
        facts.repositories.put(
                "shop/java", new RepositoryFact("shop/java", "registry/java", Map.of(BaseImages.tag(base), BASE)));
        facts.repositories.put("shop/worker", new RepositoryFact("shop/worker", "registry/worker", Map.of()));
    }

    @Test
    void anImageThatIsNotPushedLeavesTheVersionOpen() {
        assertThat(targets()).allSatisfy(target -> {
            assertThat(target.label()).isEmpty();
            assertThat(target.bundle()).isEmpty();
            assertThat(target.images())
                    .singleElement()
                    .matches(image -> image.digest().isEmpty());
        });
    }

    @Test
    void anImageOfTheSameContentIsFoundUnderWhateverCommitItWasPushed() {
        var hash = ExpectedImage.hash(spec.images().get("worker"), Optional.of(BASE));
        facts.repositories.put(
                "shop/worker",
                new RepositoryFact("shop/worker", "registry/worker", Map.of("20261121-0a1b2c3-" + hash, "sha256:11")));

        assertThat(targets()).allSatisfy(target -> {
            assertThat(target.label()).matches("worker-[0-9a-f]{12}");
            assertThat(target.bundle().orElseThrow().dockerrun().orElseThrow()).contains("registry/worker@sha256:11");
        });
    }

    @Test
    void settingsNameTheQueuesThatThereAreAndSayWhichIsNotMadeYet() {
        var queue = new OptionName(OptionName.PROPERTIES, "QUEUE");

        assertThat(shop(Map.of("shop-local-urgent", "http://sqs/q")).settings().get())
                .containsEntry(queue, "http://sqs/q");
        assertThat(shop(Map.of()).settings().get())
                .containsEntry(queue, "(the queue of lane fast, which is not made yet)");
    }

    @Test
    void eachRepositoryIsReadOnceForAllEnvironments() {
        targets();

        assertThat(facts.calls()).isEqualTo(3);
    }

    private Target shop(Map<String, String> queues) {
        return targets(queues).stream()
                .filter(target -> target.name().equals("shop-local-shop"))
                .findFirst()
                .orElseThrow();
    }

    private List<Target> targets() {
        return targets(Map.of());
    }

    private List<Target> targets(Map<String, String> queues) {
        var access = new StageAccess(new AwsAccess("us-east-1", null, null, null), true, Map::of);
        return new StageTargets(
                        spec, spec.stage("local"), access, new StateDirectory(root, root.resolve("state")), List.of())
                .in(Map.of(), facts, queues);
    }
}
