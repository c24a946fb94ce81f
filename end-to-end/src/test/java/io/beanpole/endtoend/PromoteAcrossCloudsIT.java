package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import tools.jackson.databind.JsonNode;

/** What runs in one account goes to another that shares nothing with it: image by digest, bundle, version. */
class PromoteAcrossCloudsIT {
    private static final Path ROOT = RunningHouse.ROOT;
    private static final String COLOUR = "aws:elasticbeanstalk:application:environment.COLOUR";
    private static final String HERE = "hand-local-shop";
    private static final String THERE = "hand-abroad-shop";

    private static final String DESCRIPTION = """
            application: hand
            platform: PLATFORM
            images:
              script: {reference: IMAGE, port: 80}
            lanes: []
            environments:
              shop: {tier: web, image: script, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true, properties: {COLOUR: red}}
              abroad:
                region: eu-central-2
                endpoint: ENDPOINT
                profile: abroad
                properties: {COLOUR: green}
            """;

    @TempDir
    private static Path directory;

    private static ScriptedStage here;
    private static ScriptedStage there;
    private static OwnCheckout checkout;

    /** Each account has an image of its own in the environment, so that the other's is news. */
    @BeforeAll
    static void theEnvironmentRunsInBothAccounts() throws Exception {
        here = new ScriptedStage(ROOT, directory, directory.resolve("state/local-cloud"));
        there = new ScriptedStage(ROOT, directory, directory.resolve("abroad"));
        Files.copy(ROOT.resolve("Dockerrun.aws.json.template"), directory.resolve("Dockerrun.aws.json.template"));
        checkout = new OwnCheckout(ROOT, directory, directory.resolve("state")).with(profileOf(there));
        describe(there.push("first", "first"));
        succeed("deploy", "--stage", "abroad");
        describe(here.push("second", "second"));
        succeed("deploy", "--stage", "local");
    }

    @AfterAll
    static void end() {
        if (there != null) {
            there.close();
        }
        if (here != null) {
            here.close();
        }
    }

    @Test
    void aVersionGoesToAnotherAccountBitForBitAndOnlyOnce() {
        String label = here.versions(HERE).get(0);
        String replaced = there.versions(THERE).get(0);
        Map<String, String> settings = there.settings("hand", THERE);
        assertThat(settings).containsEntry(COLOUR, "green");
        assertThat(there.digests("second")).isEmpty();

        Command.Outcome asked = promote("--dry-run");
        assertThat(asked.out()).contains(THERE + " would get " + label + " of " + HERE);
        assertThat(there.digests("second")).isEmpty();

        Command.Outcome promoted = promote("--json");

        assertThat(promoted.exit()).as(promoted.err()).isZero();
        assertThat(there.versions(THERE)).containsOnly(label);
        assertThat(there.digests("second")).isEqualTo(here.digests("second")).hasSize(1);
        assertThat(files(there, label)).isEqualTo(filesWithRegistryOf(there, label));
        assertThat(there.settings("hand", THERE)).isEqualTo(settings);
        JsonNode record =
                checkout.json("history", "shop", "--stage", "abroad", "--json").get(0);
        assertThat(record.get("outcome").asString()).isEqualTo("SUCCEEDED");
        assertThat(record.get("fromVersion").asString()).isEqualTo(replaced);
        assertThat(record.get("toVersion").asString()).isEqualTo(label);
        assertThat(record.get("note").asString()).isEqualTo("promoted from local");

        // Once more: there is nothing to do; and after a rollback nothing has to travel again.
        Set<ImageDetail> images = there.images("second");
        int versions = there.versionCount("hand");
        assertThat(promote().err()).contains(THERE + " has " + label + " already.");
        succeed("rollback", "shop", "--stage", "abroad");
        assertThat(there.versions(THERE)).containsOnly(replaced);
        Command.Outcome again = promote();
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains(": 0 blobs sent").doesNotContain("- upload");
        assertThat(there.versions(THERE)).containsOnly(label);
        assertThat(there.images("second")).isEqualTo(images);
        assertThat(there.versionCount("hand")).isEqualTo(versions);
    }

    private static Command.Outcome promote(String... more) {
        return checkout.run(Stream.concat(
                        List.of("promote", "shop", "--from", "local", "--to", "abroad").stream(),
                        List.of(more).stream())
                .toArray(String[]::new));
    }

    private static Map<String, String> files(ScriptedStage stage, String label) {
        Map<String, String> files = new TreeMap<>();
        SourceBundle.read(stage.bundle("hand", label))
                .files()
                .forEach((path, file) -> files.put(path, new String(file.content(), StandardCharsets.UTF_8)));
        return files;
    }

    /** The files of the version here, as if the other registry were its own. */
    private static Map<String, String> filesWithRegistryOf(ScriptedStage other, String label) {
        Map<String, String> files = files(here, label);
        assertThat(files.get("Dockerrun.aws.json")).contains(here.registry() + "/second@sha256:");
        files.replaceAll((path, text) -> text.replace(here.registry(), other.registry()));
        return files;
    }

    private static void describe(String image) throws Exception {
        checkout.describe(DESCRIPTION
                .replace("PLATFORM", here.platform())
                .replace("ENDPOINT", there.cloud().endpoint().toString())
                .replace("IMAGE", image));
    }

    private static void succeed(String... arguments) {
        Command.Outcome outcome = checkout.run(arguments);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    /** The files of AWS with the keys of an account, and the variables that lead there. */
    private static Map<String, String> profileOf(ScriptedStage stage) throws Exception {
        Map<String, String> keys = stage.cloud().exports();
        Path credentials = Files.writeString(directory.resolve("credentials"), """
                [abroad]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """.formatted(
                        keys.get("AWS_ACCESS_KEY_ID"), keys.get("AWS_SECRET_ACCESS_KEY")));
        Path config = Files.writeString(directory.resolve("config"), "[profile abroad]\nregion = eu-central-2\n");
        return Map.of("AWS_SHARED_CREDENTIALS_FILE", credentials.toString(), "AWS_CONFIG_FILE", config.toString());
    }
}
