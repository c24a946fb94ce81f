package io.beanpole.deploy.cli.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.plan.Target;
import io.beanpole.deploy.plan.cloud.AwsCloudFacts;
import io.beanpole.deploy.release.StoredVersions;
import io.beanpole.deploy.release.VersionShelf;
import io.beanpole.deploy.stage.StageTargets;
import io.beanpole.deploy.version.BundleSource;
import io.beanpole.deploy.version.Creation;
import io.beanpole.deploy.version.MadeVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code versions create}: a version to deploy later. */
@Command(
        name = "create",
        description = {
            "Make versions without deploying them: of environments of deployment.yml, whose images have to be pushed"
                    + " already, or of somebody's bundle (--bundle).",
            "A label that exists keeps its content: the same content is no matter, another is refused."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole versions create web express", "  ./beanpole versions create web --dry-run"})
@JsonShape(value = MadeVersion.class, isList = true)
final class CreateCommand implements Callable<Integer> {
    private static final int HASH = 12;

    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Parameters(paramLabel = "ENV", arity = "0..*", description = "Environments of deployment.yml.")
    private List<String> names = List.of();

    @Option(names = "--bundle", paramLabel = "PATH", description = "A zip, a folder or a Dockerrun.aws.json.")
    private @Nullable Path path;

    @Option(names = "--label", paramLabel = "LABEL", description = "The label of the --bundle (default: its hash).")
    private @Nullable String label;

    @Option(names = "--description", description = "What people shall read beside the label.")
    private String description = "";

    @Option(names = "--dry-run", description = "Only say which versions it would make.")
    private boolean dryRun;

    CreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if ((path == null) == names.isEmpty()) {
            throw new DeployException(
                    "versions create needs either environments of deployment.yml or a --bundle.",
                    "Name one of both: ./beanpole versions create web.");
        }
        var access = stage.access(shell);
        var bundles = path == null ? ofEnvironments(access) : ofBundle(path);
        if (!dryRun) {
            confirmation.allow(shell, stage.stage(shell), "Makes " + bundles.size() + " versions");
        }
        try (var versions = new ApplicationVersions(access);
                var buckets = new Buckets(access)) {
            var shelf = new StoredVersions(versions, buckets);
            var made = bundles.entrySet().stream()
                    .map(entry -> version(shelf, name(entry.getKey()), entry.getValue()))
                    .toList();
            output.print(shell, made, () -> made.stream().map(this::line).toList());
        }
        return 0;
    }

    private MadeVersion version(VersionShelf shelf, VersionName name, SourceBundle bundle) {
        return dryRun
                ? new MadeVersion(name.label(), bundle.sha256(), shelf.has(name))
                : new Creation(shelf).of(name, bundle, description);
    }

    private Map<String, SourceBundle> ofBundle(Path file) {
        var bundle = BundleSource.read(file);
        var name = label == null ? "bundle-" + bundle.sha256().substring(0, HASH) : label;
        return Map.of(name, bundle);
    }

    private Map<String, SourceBundle> ofEnvironments(AwsAccess access) {
        if (label != null) {
            throw new DeployException("--label belongs to a --bundle.", "Versions of environments name their content.");
        }
        var spec = stage.spec(shell);
        var chosen = stage.stage(shell);
        var targets = new StageTargets(
                spec, chosen, shell.checkout().access(chosen), shell.checkout().directory(), names);
        var bundles = new LinkedHashMap<String, SourceBundle>();
        try (var facts = new AwsCloudFacts(access, spec.application())) {
            for (var target : targets.in(Map.of(), facts, Map.of())) {
                bundles.put(target.label(), target.bundle().orElseThrow(() -> notPushed(target)));
            }
        }
        return bundles;
    }

    private VersionName name(String versionLabel) {
        return new VersionName(stage.spec(shell).application(), versionLabel);
    }

    private static DeployException notPushed(Target target) {
        return new DeployException(
                "The image for " + target.name() + " is not in ECR as it is built here, so that there is no digest to"
                        + " make a version of.",
                "Push it first: ./beanpole images push "
                        + target.images().get(0).name() + ".");
    }

    private String line(MadeVersion version) {
        if (dryRun) {
            return version.label() + (version.existed() ? " exists" : " would be made");
        }
        return version.label() + (version.existed() ? " exists with this content" : " made");
    }
}
