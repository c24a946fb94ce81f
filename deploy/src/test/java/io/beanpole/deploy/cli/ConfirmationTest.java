package io.beanpole.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.spec.SpecFiles;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes ask for a name; those that don't go on to a cloud that isn't there, and fail there. */
class ConfirmationTest {
    /** Credentials of nobody: a change that is allowed fails when it needs them. */
    private static final String STAGES = """
              staging: {region: eu-west-1, profile: nobody-staging}
              sibling: {region: eu-west-1, profile: nobody-production}
              production: {region: eu-central-1, profile: nobody-production, production: true}
            """;

    private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/";

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void description() throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID + STAGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lanes send fast --body x --stage production",
                "lanes send shop-production-urgent --body x --stage staging",
                "lanes send " + QUEUE + "shop-production-fast --body x --stage staging",
                "lanes send " + QUEUE + "x-shop-production-fast --body x --stage staging",
                "lanes send fast --body x --stage staging --profile nobody-production",
                "lanes send fast --body x --stage sibling --region eu-central-1",
                "lanes apply --stage staging --profile nobody-production --region eu-west-1",
            })
    void productionIsAskedForByItsNameHoweverItIsReached(String line) {
        assertThat(run(line)).isEqualTo(1);
        assertThat(err.toString())
                .contains("which is production: this needs its name, and nothing was done.")
                .contains("run it with --yes --confirm production.");
    }

    @Test
    void whatNoStageDescribesIsAskedForByItsFullName() {
        assertThat(run("lanes send billing-worker --body x --stage staging")).isEqualTo(1);
        assertThat(err.toString())
                .contains("billing-worker is of no stage of a deployment.yml: this needs its name")
                .contains("run it with --yes --confirm billing-worker.");
    }

    @Test
    void aProjectOfTheEbCliAsksForWhatItChanges() throws IOException {
        Files.delete(root.resolve("deployment.yml"));
        Files.createDirectory(root.resolve(".elasticbeanstalk"));
        Files.writeString(
                root.resolve(".elasticbeanstalk/config.yml"),
                "global: {application_name: shop, default_region: eu-west-1, profile: nobody}");

        run("lanes send " + QUEUE + "orders --body x");
        assertThat(err.toString()).contains("run it with --yes --confirm orders.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lanes send fast --body x --stage staging",
                "lanes send shop-staging-urgent --body x --stage sibling",
                "lanes send fast --body x --stage sibling",
                "lanes send fast --body x --stage sibling --region eu-west-2",
                "lanes send anything --body x --stage local",
                "lanes send shop-production-urgent --body x --stage staging --yes --confirm production",
            })
    void otherChangesAskNothing(String line) {
        assertThat(run(line)).isEqualTo(1);
        assertThat(err.toString()).doesNotContain("this needs its name").doesNotContain("nothing was done");
    }

    @Test
    void theNameOfTheStageThatWasNamedIsNotThatOfProduction() {
        run("lanes send shop-production-urgent --body x --stage staging --yes --confirm staging");
        assertThat(err.toString()).contains("'staging' is not production; nothing was done.");
    }

    private int run(String line) {
        return Beanpole.commandLine(new Checkout(new StateDirectory(root, root.resolve("state"))))
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(line.split(" "));
    }
}
