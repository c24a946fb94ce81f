package io.beanpole.deploy.cli.version;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.version.AwsVersionCloud;
import io.beanpole.deploy.version.Inventory;
import io.beanpole.deploy.version.KnownVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code versions list}: every version, who has it, and whether it can still be rolled back to. */
@Command(
        name = "list",
        description = "List the application's versions: digests, where each is deployed, and whether it can still be"
                + " rolled back to, which needs its bundle in S3 and its digests in ECR.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole versions list", "  ./beanpole versions list --newest 5 --json"})
@JsonShape(value = KnownVersion.class, isList = true)
final class ListCommand implements Callable<Integer> {
    private static final Pattern DIGEST = Pattern.compile(".*/([^/@]+)@sha256:(\\w{12})\\w*");

    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--newest",
            paramLabel = "N",
            description = "Look at the newest N only, and at those that are deployed (default ${DEFAULT-VALUE}).")
    private int newest = 50;

    ListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var application = stage.spec(shell).application();
        try (var cloud = new AwsVersionCloud(stage.access(shell), application)) {
            var versions = new Inventory(cloud).of(application, newest);
            output.print(shell, versions, () -> lines(versions));
        }
        return 0;
    }

    private static List<String> lines(List<KnownVersion> versions) {
        var table = new Columns("VERSION", "CREATED", "IMAGES", "DEPLOYED ON", "ROLLBACK", "DESCRIPTION");
        for (var version : versions) {
            table.row(
                    version.label(),
                    Times.local(version.createdAt()),
                    version.images().isEmpty()
                            ? "-"
                            : version.images().stream().map(ListCommand::brief).collect(Collectors.joining(", ")),
                    version.deployedOn().isEmpty() ? "-" : String.join(", ", version.deployedOn()),
                    rollback(version),
                    words(version.description()));
        }
        var lines = new ArrayList<>(table.lines());
        for (var version : versions) {
            version.missing().forEach(why -> lines.add(version.label() + ": " + why));
            version.unchecked().forEach(why -> lines.add(version.label() + ": " + why));
        }
        return lines;
    }

    /** The digests in the descriptions of our own versions stand in a column already. */
    private static String words(String description) {
        return description.replaceAll(" sha256:\\w+", "");
    }

    private static String rollback(KnownVersion version) {
        if (!version.canBeDeployed()) {
            return "no";
        }
        return version.unchecked().isEmpty() ? "yes" : "perhaps";
    }

    private static String brief(String image) {
        var digest = DIGEST.matcher(image);
        return digest.matches() ? digest.group(1) + "@" + digest.group(2) : image;
    }
}
