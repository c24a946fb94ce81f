package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deployment.yml may say of lanes. */
class LaneSectionTest {
    private static final String CUSTOM = "aws:elasticbeanstalk:customoption";

    @TempDir
    private Path root;

    @Test
    void aListOfNamesHasTheNumbersThatHoldForAll() throws IOException {
        var spec = read("lanes: [fast]");

        assertThat(spec.lanes()).containsExactly("fast");
        assertThat(spec.queues().lane("fast").scaling()).isEqualTo(LaneScaling.DEFAULT);
        assertThat(spec.queues().deadLetters().kind()).first().isEqualTo("/kind");
    }

    @Test
    void whatALaneDoesDifferentlyIsLaidOverAndBecomesOptionsOfItsEnvironment() throws IOException {
        var spec = read("""
                lanes:
                  fast: {queue: own, attributes: {DelaySeconds: 1}, scaling: {backlogHigh: 3, maximum: 8}}
                queues:
                  attributes: {MessageRetentionPeriod: 600}
                  scaling: {quietMinutes: 5}
                """);

        var lane = spec.queues().lane("fast");
        assertThat(lane.queueName()).contains("own");
        assertThat(lane.attributes()).containsEntry("DelaySeconds", "1").containsEntry("MessageRetentionPeriod", "600");
        assertThat(lane.scaling().backlogHigh()).isEqualTo(3);
        assertThat(lane.scaling().quietMinutes()).isEqualTo(5);
        assertThat(spec.environments().get("urgent").settings())
                .containsEntry(new OptionName(CUSTOM, "BacklogHigh"), "3")
                .containsEntry(new OptionName("aws:autoscaling:asg", "MaxSize"), "8")
                .doesNotContainKey(new OptionName(CUSTOM, "QuietMinutes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queues: {scaling: {backlogHigh: 2, backlogLow: 2}}|queues.scaling.backlogLow must be below backlogHigh",
                "queues: {scaling: {minimum: 9}}|queues.scaling.minimum must not be above maximum",
                "queues: {scaling: {steps: {5: 1}}}|queues.scaling.steps must begin with 0",
                "queues: {scaling: {speed: 1}}|queues.scaling.speed is not a key that is known here",
                "queues: {deadLetters: {kind: [kind]}}|a JSON pointer begins with /",
                "timeouts: {cloud: {}}|timeouts.cloud is no tier",
            })
    void aWrongKeyOrNumberIsASentence(String section, String sentence) {
        assertThatThrownBy(() -> read("lanes: [fast]\n" + section))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(sentence);
    }

    private DeploymentSpec read(String lanes) throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID.replace("lanes: [fast]", lanes));
        return new SpecFile(root).read();
    }
}
