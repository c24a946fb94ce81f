package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** deployment.yml as it is read, and as it is refused. */
class SpecFileTest {
    private static final OptionName MAX_RETRIES = new OptionName("aws:elasticbeanstalk:sqsd", "MaxRetries");

    @TempDir
    private Path root;

    @Test
    void theStageIsLaidOverTheEnvironmentAndTheEnvironmentOverItsTier() throws IOException {
        var spec = read(SpecFiles.VALID);
        var local = spec.stage("local");

        var urgent = spec.environments(local, List.of("urgent")).get(0);
        var shop = spec.environments(local, List.of("shop")).get(0);

        assertThat(urgent.settings())
                .containsEntry(MAX_RETRIES, "7")
                .containsEntry(property("COLOUR"), "of the stage")
                .containsEntry(property("SIZE"), "of the tier");
        assertThat(urgent.memory()).isEqualTo(256);
        assertThat(shop.settings()).containsEntry(property("COLOUR"), "of the override");
        assertThat(shop.memory()).isEqualTo(300);
        assertThat(spec.environmentName(local, "urgent")).isEqualTo("shop-local-urgent");
        assertThat(spec.environmentOfLane("fast")).isEqualTo("urgent");
    }

    @Test
    void aTestTaskIsReadAsItIsDescribed() throws IOException {
        assertThat(read(SpecFiles.VALID).testTask())
                .contains(new TestTaskSpec(
                        "shop",
                        Optional.empty(),
                        "/orders",
                        "/orders/${id}",
                        Map.of("Accept", "application/json"),
                        "{\"priority\": \"${lane}\"}",
                        new TestTaskSpec.AnswerFields("/no", "/state", "/at", "/begun"),
                        Set.of("DONE")));
    }

    @Test
    void anApplicationNeedsNoTestTask() throws IOException {
        var text = SpecFiles.VALID.replaceFirst("(?s)testTask:.*stages:", "stages:");

        assertThat(read(text).testTask()).isEmpty();
    }

    @Test
    void anImageCanComeFromATarOrBeThereAlready() throws IOException {
        var text = SpecFiles.VALID.replaceFirst("(?s)images:.*lanes:", """
                images:
                  worker: {archive: build/worker.tar, repository: shop/worker, port: 8080}
                  web: {reference: "shop/web:approved", port: 8080}
                lanes:""");

        var images = read(text).images();

        assertThat(images.get("worker"))
                .isEqualTo(new ImageSpec(
                        "worker", "shop/worker", 8080, new ImageOrigin.Archive(root.resolve("build/worker.tar"))));
        assertThat(images.get("web").origin()).isEqualTo(new ImageOrigin.Existing("shop/web:approved"));
        assertThat(images.get("web").repositories()).isEmpty();
        assertThatThrownBy(() -> read(text.replace("port: 8080}", "port: 8080, mainClass: a.Main}")))
                .hasMessageContaining("images.worker.mainClass is not a key that is known here");
    }

    @Test
    void thisRepositorysOwnFileIsReadable() {
        var spec = new SpecFile(Path.of("..").toAbsolutePath().normalize()).read();

        assertThat(spec.lanes()).containsExactly("express", "standard");
        assertThat(spec.environments(spec.stage("local"), List.of()))
                .extracting(EnvironmentSpec::name)
                .containsExactly("express", "standard", "web");
        assertThat(spec.stages()).containsOnlyKeys("local", "rehearsal", "staging", "production");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory: 256|memory: lots|environments.urgent.memory must be a whole number above 0, but is 'lots'",
                "memory: 256|memory: -1|environments.urgent.memory must be a whole number above 0, but is '-1'",
                "memory: 256|mermory: 256|environments.urgent.mermory is not a key that is known here",
                "image: worker|image: walker|environments.urgent.image names 'walker', which is not described",
                "tier: worker|tier: works|environments.urgent.tier must be one of web, worker, but is 'works'",
                "lane: fast|lane: slow|environments.urgent.lane names 'slow', which the list 'lanes' does not have",
                "lanes: [fast]|lanes: [fast, slow]|lanes has 'slow', which no worker environment drains",
                "base: java|base: jawa|images.worker.base names 'jawa', which is not described; described are java",
                "mainClass: a.Worker|mainClass:|images.worker.mainClass is missing",
                "secrets: true|secrets: maybe|stages.local.secrets must be true or false, but is 'maybe'",
                "localCloud: true|localCloud: false|stages.local.secrets may be true for the local cloud only",
                "application: shop|application: [shop]|application must be a plain value",
                "platform: ECS|platform: [ECS|is no readable YAML at line",
                "environment: shop|environment: urgent|testTask.environment must name a web environment, which 'urgent'",
                "path: /orders|path: orders|testTask.path must begin with '/', but is 'orders'",
                "orders/${id}|orders/last|testTask.statusPath must hold ${id}",
                "state: /state, ||testTask.fields.state is missing",
                "endStates: [DONE]|endStates: []|testTask.endStates must list the states",
            })
    void everyMistakeIsASentenceThatNamesItsKey(String right, String wrong, String sentence) {
        var text = SpecFiles.VALID.replaceFirst(
                Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));

        assertThat(text).isNotEqualTo(SpecFiles.VALID);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DeployException.class)
                .hasMessageStartingWith("deployment.yml")
                .hasMessageContaining(sentence);
    }

    @Test
    void anUnknownStageIsAnsweredWithThoseThatThereAre() throws IOException {
        var spec = read(SpecFiles.VALID);

        assertThatThrownBy(() -> spec.stage("prod")).hasMessage("deployment.yml has no stage 'prod'; it has local.");
    }

    private DeploymentSpec read(String text) throws IOException {
        Files.writeString(root.resolve("deployment.yml"), text);
        return new SpecFile(root).read();
    }

    private static OptionName property(String name) {
        return new OptionName(OptionName.PROPERTIES, name);
    }
}
