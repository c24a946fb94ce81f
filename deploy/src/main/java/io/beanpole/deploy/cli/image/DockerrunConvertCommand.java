package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.dockerrun.Conversion;
import io.beanpole.deploy.dockerrun.Format;
import io.beanpole.deploy.dockerrun.SourceFiles;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockerrun convert}: the same containers in another format, and what got lost on the way. */
@Command(
        name = "convert",
        description = "Write a Dockerrun.aws.json or docker-compose.yml in another format. What the other format can't"
                + " say is told on stderr.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole dockerrun convert --env web --to compose",
            "  ./beanpole dockerrun convert --env standard --to v1 --json"
        })
@JsonShape(ConvertedFile.class)
final class DockerrunConvertCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A file, a folder that holds one, or a zip.")
    private @Nullable Path file;

    @Option(names = "--env", paramLabel = "ENV", description = "Convert what this environment runs.")
    private @Nullable String environment;

    @Option(names = "--to", required = true, paramLabel = "v1|v2|v3|compose", description = "The format to write.")
    private Format to = Format.V2;

    @Option(names = "--memory", paramLabel = "MIB", description = "The limit of containers that say none.")
    private @Nullable Integer memory;

    @Mixin
    private FileTarget target = new FileTarget();

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    DockerrunConvertCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if ((file == null) == (environment == null)) {
            throw new ParameterException(spec.commandLine(), "Name a file, or an environment with --env.");
        }
        var files = file == null
                ? DeployedSource.of(shell, stage, String.valueOf(environment)).files()
                : SourceFiles.of(file);
        var limit = memory == null ? OptionalInt.empty() : OptionalInt.of(memory);
        var conversion = Conversion.of(files.main(), files.mainText(), to, limit);
        conversion
                .lost()
                .forEach(finding -> shell.progress()
                        .say("Line " + finding.line() + ": " + finding.message() + " " + finding.repair()));
        var converted = ConvertedFile.of(conversion);
        target.write(shell, converted.files());
        output.print(shell, converted, converted::lines);
        return 0;
    }
}
