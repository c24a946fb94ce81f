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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manners of the command line: exit codes, sentences, stdout for data only. */
class BeanpoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void description() throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID);
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertThat(run("up", "--sideways")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--sideways'");
    }

    @Test
    void aFailureIsASentenceOnStderrAndExitOne() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("beanpole: The local cloud is not running.", "./beanpole up starts it.");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--slots 0, An instance has 0 slots",
        "--service 0s, A task takes 0 s",
        "--spread -1, The spread of service times is -1.0",
        "--spot 50 --shortage 150, The part of Spot launches that fail is 1.5",
        "--spot 150, The on-demand percentage above the base is -50",
        "--min 5 --max 3, 5"
    })
    void whatCannotBeSimulatedIsRefusedInASentence(String options, String sentence) {
        var arguments = Stream.concat(Stream.of("scaling", "simulate"), Stream.of(options.split(" ")));

        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.toString()).startsWith("beanpole: ").contains(sentence).doesNotContain("fault of the tool");
    }

    @Test
    void verboseShowsWhereItFailed() {
        assertThat(run("env", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("at io.beanpole.deploy.cli.");
    }

    @Test
    void aBrokenDescriptionIsASentence() throws IOException {
        Files.writeString(root.resolve("deployment.yml"), "application: {}");

        assertThat(run("deploy")).isEqualTo(1);
        assertThat(err.toString()).startsWith("beanpole: deployment.yml: ");
    }

    @Test
    void downWithNothingRunningIsDone() {
        assertThat(run("down")).isZero();
        assertThat(err.toString()).contains("The local cloud was not running.");
    }

    @Test
    void everyCommandHasHelp() {
        for (var command : Beanpole.commandLine(checkout()).getSubcommands().keySet()) {
            assertThat(run(command, "--help")).isZero();
        }
        assertThat(out.toString()).contains("Usage: beanpole up", "Usage: beanpole base-image", "--follow");
    }

    private int run(String... arguments) {
        return Beanpole.commandLine(checkout())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Checkout checkout() {
        return new Checkout(new StateDirectory(root, root.resolve("state")));
    }

    @Test
    void aSlipOfThePenIsAnsweredWithWhatWasMeant() {
        assertThat(run("statsu")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: beanpole status");
    }

    @Test
    void anUnknownStageIsAnsweredWithWhatWasMeant() {
        assertThat(run("status", "--stage", "lcoal")).isEqualTo(1);
        assertThat(err.toString()).contains("has no stage 'lcoal'").contains("Did you mean local?");
    }

    @Test
    void everyCommandTellsTheVersion() {
        assertThat(run("--version")).isZero();
        assertThat(run("scaling", "show", "--version")).isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.matches("Beanpole \\S+ on Java .*"));
    }

    @Test
    void theCompletionKnowsCommandsAndOptions() {
        assertThat(run("completion", "zsh")).isZero();
        assertThat(out.toString()).contains("bashcompinit").contains("complete").contains("--copy-as-aws");
    }

    @Test
    void nothingIsColoured() {
        run("up", "--help");
        run("nonsense");
        assertThat(out + err.toString()).doesNotContain("\u001b");
    }

    @Test
    void aFolderWithoutADescriptionSaysWhatIsMissing() throws IOException {
        Files.delete(root.resolve("deployment.yml"));

        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("neither a deployment.yml nor an .elasticbeanstalk/config.yml");
    }

    @Test
    void aProjectOfTheEbCliNeedsNoDescription() throws IOException {
        var project = Files.createDirectories(root.resolve("shop/.elasticbeanstalk"));
        Files.writeString(project.resolve("config.yml"), """
                branch-defaults:
                  main: {environment: shop-prod}
                global:
                  application_name: shop
                  default_region: eu-central-1
                  profile: nobody-has-this-profile
                """);

        assertThat(run("status", "--project", project.getParent().toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("Could not list the environments of shop: there is no AWS profile"
                        + " 'nobody-has-this-profile'");
    }
}
