package io.beanpole.endtoend;

import static io.beanpole.endtoend.ScriptedCloud.option;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the advisor writes and what AWS's sample has, both deployed, and then asked what is wrong with them. */
class AdvisedScalingIT {
    private static final String FILE = ".ebextensions/41-scaling.config";

    @TempDir
    private static Path directory;

    private static ScriptedCloud cloud;

    @BeforeAll
    static void bothAreDeployed() throws Exception {
        cloud = new ScriptedCloud(directory, "--metric-interval", "1", "--speed", "60");
        cloud.place().describe("""
                application: hand
                platform: ECS
                images:
                  script: {reference: "hand:advised", port: 80}
                environments:
                  advised: {tier: worker, image: script, memory: 64}
                  sample: {tier: worker, image: script, memory: 64}
                stages:
                  local: {region: eu-central-2, localCloud: true}
                """);
        Path advised = directory.resolve("advised.config");
        cloud.place()
                .done(
                        "scaling",
                        "advise",
                        "--max",
                        "3",
                        "--trace",
                        "step",
                        "--peak",
                        "10",
                        "--write",
                        advised.toString());
        String image = cloud.push("advised", ScriptApplication.thatAnswers("hand", directory));
        cloud.version("advised", image, Map.of(FILE, Files.readString(advised)));
        cloud.version("sample", image, Map.of(FILE, sample()));
        cloud.create("advised", "advised", option(ScriptedCloud.VARIABLE, "WORKER_PROTECTION_ENABLED", "true"));
        cloud.create("sample", "sample", option(ScriptedCloud.GROUP, "MaxSize", "3"));
        cloud.ready("advised");
        cloud.ready("sample");
    }

    private static String sample() throws Exception {
        return new String(
                Objects.requireNonNull(AdvisedScalingIT.class.getResourceAsStream("queue-depth-sample.config"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    @AfterAll
    static void end() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Test
    void nothingIsWrongWithWhatTheAdvisorWrites() {
        JsonNode explained = cloud.json("scaling", "explain", "advised", "--json");

        assertThat(flaws(explained.get("findings"))).isEmpty();
        assertThat(explained.get("verdict").asString())
                .isNotIn("NOT_WIRED", "NO_ALARM", "MISSING_DATA", "DEFAULT_TRIGGER", "PROCESS_SUSPENDED");
        assertThat(cloud.run("scaling", "check", "advised").out().strip()).isEqualTo("No flaws.");
    }

    @Test
    void theSampleIsFlaggedForEachOfItsFourFlaws() {
        Command.Outcome checked = cloud.run("scaling", "check", "sample", "--json");

        assertThat(checked.exit()).isEqualTo(1);
        assertThat(flaws(JsonMapper.shared().readTree(checked.out())))
                .containsOnly("SUMMED_GAUGE", "DEFAULT_TRIGGER", "IN_FLIGHT_IGNORED", "BUSY_KILLED");
        assertThat(flaws(cloud.json("scaling", "explain", "sample", "--json").get("findings")))
                .contains("SUMMED_GAUGE", "DEFAULT_TRIGGER", "IN_FLIGHT_IGNORED", "BUSY_KILLED");
    }

    @Test
    void theFilesAreFlaggedAsTheEnvironmentsAre() throws Exception {
        Path file = Files.writeString(directory.resolve("sample.config"), sample());

        assertThat(flaws(JsonMapper.shared()
                        .readTree(cloud.run("scaling", "check", file.toString(), "--json")
                                .out())))
                .containsOnly("SUMMED_GAUGE", "DEFAULT_TRIGGER", "IN_FLIGHT_IGNORED", "BUSY_KILLED");
    }

    private static List<String> flaws(JsonNode findings) {
        List<String> flaws = new ArrayList<>();
        findings.forEach(finding -> flaws.add(finding.get("flaw").asString()));
        return flaws;
    }
}
