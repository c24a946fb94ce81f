package io.beanpole.deploy.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dockerrun} on files, which needs no cloud. */
class DockerrunCommandTest {
    private static final String TASK = """
            {
              "AWSEBDockerrunVersion": 2,
              "containerDefinitions": [
                {
                  "name": "web",
                  "image": "web@sha256:DIGEST",
                  "memory": 512,
                  "cpu": 10,
                  "portMappings": [{"hostPort": 80, "containerPort": 8080}]
                }
              ]
            }
            """.replace("DIGEST", "0".repeat(64));

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("Dockerrun.aws.json"), TASK);
    }

    @Test
    void aGoodFileIsExitZero() {
        assertThat(run("validate", file.toString(), "--platform", "ecs", "--instance-type", "t3.small"))
                .isZero();
        assertThat(out).containsExactly("Dockerrun.aws.json: nothing is wrong.");
    }

    @Test
    void anErrorIsExitOneAndSaysWhereAndWhatToDo() throws IOException {
        Files.writeString(file, TASK.replace("80,", "81,"));

        assertThat(run("validate", folder.toString(), "--worker")).isEqualTo(1);
        assertThat(out.get(0)).isEqualTo("Dockerrun.aws.json:3 ERROR /containerDefinitions");
        assertThat(out.get(1)).contains("sqsd posts every message");
        assertThat(out.get(2)).isEqualTo("  Map hostPort 80 to the container's port.");
    }

    @Test
    void nothingToValidateIsWrongUsage() {
        assertThat(run("validate")).isEqualTo(2);
        assertThat(run("convert", "--to", "v1")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void whatAConversionLosesIsToldOnStderr() {
        assertThat(run("convert", file.toString(), "--to", "compose")).isZero();
        assertThat(String.join("\n", out)).startsWith("services:\n  web:");
        assertThat(err)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Line 8: cpu of Dockerrun version 2 isn't carried into docker-compose.yml."));
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenUnasked() throws IOException {
        assertThat(run("convert", file.toString(), "--to", "v1", "--write", folder.toString()))
                .isEqualTo(1);
        assertThat(file).hasContent(TASK);

        assertThat(run(
                        "convert",
                        file.toString(),
                        "--to",
                        "v1",
                        "--write",
                        folder.toString(),
                        "--overwrite",
                        "--dry-run"))
                .isZero();
        assertThat(file).hasContent(TASK);

        assertThat(run("convert", file.toString(), "--to", "v1", "--write", folder.toString(), "--overwrite"))
                .isZero();
        assertThat(Files.readString(file)).contains("\"AWSEBDockerrunVersion\": \"1\"");
    }

    private int run(String... arguments) {
        return DockerrunCommand.of(new Listening())
                .setErr(new PrintWriter(Writer.nullWriter()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    assertThat(exception).isInstanceOf(DeployException.class);
                    return 1;
                })
                .execute(arguments);
    }

    /** A shell that writes down what it is told. */
    private final class Listening implements Shell {
        @Override
        public Checkout checkout() {
            return new Checkout(new StateDirectory(folder, folder.resolve("state")));
        }

        @Override
        public Progress progress() {
            return err::add;
        }

        @Override
        public void print(String line) {
            line.lines().forEach(out::add);
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }
    }
}
