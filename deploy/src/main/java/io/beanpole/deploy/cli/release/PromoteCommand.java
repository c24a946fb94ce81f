package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.release.BundleCheck;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Goal;
import io.beanpole.deploy.release.OrderedRelease;
import io.beanpole.deploy.release.OtherCloud;
import io.beanpole.deploy.release.Promotion;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.release.SameCloud;
import io.beanpole.deploy.release.VersionCarrier;
import io.beanpole.deploy.spec.DeploymentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code promote}: what proved itself in one stage, image for image, to another. */
@Command(
        name = "promote",
        description = "Deploy the version that an environment runs in one stage to the same environment of another: the"
                + " same images by digest. Option settings stay what they are in each stage.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole promote web --from local --to rehearsal --dry-run",
            "  ./beanpole promote all --from local --to rehearsal"
        })
@JsonShape(value = DeploymentRecord.class, isList = true)
public final class PromoteCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Shell shell;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    @Option(names = "--from", required = true, paramLabel = "STAGE", description = "Where the version proved itself.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "STAGE", description = "Where it shall run as well.")
    private String to = "";

    @Option(names = "--force", description = "Promote a version that has not proved itself.")
    private boolean force;

    @Option(names = "--note", description = "Why, for the record.")
    private String note = "";

    @Option(names = "--no-check", description = "Go on though the check of the bundle finds what would not run.")
    private boolean withoutCheck;

    @Option(names = "--no-undo", description = "Go on even if the present versions couldn't be deployed again.")
    private boolean withoutUndo;

    @Option(names = "--dry-run", description = "Only say which versions would be promoted.")
    private boolean dryRun;

    @Parameters(
            paramLabel = "ENV|all",
            arity = "1..*",
            description = "Environments of deployment.yml; 'all' goes consumers first, as ./beanpole release does.")
    private List<String> names = List.of();

    public PromoteCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = shell.checkout().spec();
        var source = spec.stage(from);
        var target = spec.stage(to);
        if (source.name().equals(target.name())) {
            throw new DeployException("A promotion needs two stages, and both are " + from + ".");
        }
        var chosen = names.equals(List.of(ALL)) ? List.<String>of() : names;
        var here = shell.checkout().access(source).aws();
        var there = shell.checkout().access(target).aws();
        try (var origin = new ReleaseClients(here, shell.progress());
                var destination = new ReleaseClients(there, shell.progress())) {
            var isSame = here.region().equals(there.region())
                    && Objects.equals(here.endpoint(), there.endpoint())
                    && Account.id(here).equals(Account.id(there));
            var promotion = new Promotion(origin.parts(), destination.parts(), carrier(origin, destination, isSame));
            var candidates = candidates(promotion, spec, chosen);
            if (dryRun || candidates.isEmpty()) {
                DryRun.tell(
                        shell,
                        output,
                        candidates.stream().map(PromoteCommand::describe).toList());
                return 0;
            }
            new PromotionCheck(spec, target, origin, destination)
                    .of(candidates, there.region(), new BundleCheck(shell.progress(), !withoutCheck));
            confirmation.allow(shell, target, "Promotes " + String.join(", ", names));
            var purpose = purpose(destination);
            var waves = waves(
                    Waves.of(spec, target, chosen),
                    candidates.stream()
                            .map(candidate -> promotion.bring(candidate, purpose))
                            .toList());
            release(destination, target.name(), waves);
        }
        return 0;
    }

    private Purpose purpose(ReleaseClients destination) {
        var reason = note.isEmpty() ? "promoted from " + from : note;
        return new Purpose(reason, "", destination.parts().newReleaseId());
    }

    private void release(ReleaseClients clients, String stage, List<List<Goal>> waves) {
        var release = new OrderedRelease(clients.parts(), clients.images(), clients.logs()::tail, shell.progress());
        if (!withoutUndo) {
            release.requireUndo(waves);
        }
        try (var hint = Reattachment.ofRelease(shell, stage, names)) {
            Ended.tell(shell, output, release, waves);
        }
    }

    private VersionCarrier carrier(ReleaseClients origin, ReleaseClients destination, boolean isSame) {
        return isSame
                ? new SameCloud(destination.parts())
                : new OtherCloud(
                        new OtherCloud.Side(origin.parts(), origin.repositories()),
                        new OtherCloud.Side(destination.parts(), destination.repositories()),
                        shell.progress());
    }

    /** All are looked at before one is brought, so that a doubt about one leaves all as they are. */
    private List<Promotion.Candidate> candidates(Promotion promotion, DeploymentSpec spec, List<String> chosen) {
        var candidates = new ArrayList<Promotion.Candidate>();
        for (var environment : spec.environments(spec.stage(to), chosen)) {
            var candidate = promotion.candidate(
                    spec.environmentName(spec.stage(from), environment.name()),
                    spec.environmentName(spec.stage(to), environment.name()),
                    force);
            if (candidate.isThere()) {
                shell.progress().say(candidate.target() + " has " + candidate.versionLabel() + " already.");
            } else {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static String describe(Promotion.Candidate candidate) {
        return candidate.target() + " would get " + candidate.versionLabel() + " of " + candidate.source()
                + (candidate.replaced() == null ? "." : " in place of " + candidate.replaced() + ".");
    }

    private static List<List<Goal>> waves(Waves order, List<Goal> goals) {
        return Stream.of(order.workers(), order.webs())
                .map(wave -> goals.stream()
                        .filter(goal -> wave.contains(goal.environmentName()))
                        .toList())
                .filter(wave -> !wave.isEmpty())
                .toList();
    }
}
