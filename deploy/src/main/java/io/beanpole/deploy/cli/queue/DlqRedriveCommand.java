package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.Counted;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.deadletter.FifoRule;
import io.beanpole.deploy.deadletter.LetterChoice;
import io.beanpole.deploy.deadletter.RedriveOutcome;
import io.beanpole.deploy.deadletter.RedrivePlan;
import io.beanpole.deploy.foundation.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code dlq redrive}: dead letters back to their queue, at a rate, until too many fail again. */
@Command(
        name = "redrive",
        description = {
            "Send dead letters back to their queue: a few first, then the others at a rate; stop when "
                    + "too many fail again.",
            "Each is deleted here only after the queue took it. It goes with the attribute "
                    + "beanpole-redrive, by which what comes back is known. Exit 1 when the run stopped itself."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole dlq redrive standard --rate 50 --dry-run",
            "  ./beanpole dlq redrive standard --kind probe --watch 5s",
            "  ./beanpole dlq redrive standard --all --rate 100 --dry-run"
        })
@JsonShape(RedriveOutcome.class)
final class DlqRedriveCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final GroupChoice group = new GroupChoice();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(names = "--rate", description = "Messages a second, 1 to 500 (default ${DEFAULT-VALUE}).")
    private int rate = 10;

    @Option(
            names = "--stop-at",
            paramLabel = "SHARE",
            description = "Stop when more than this share fails again, 0 to 1 (default ${DEFAULT-VALUE}).")
    private double failureRate = 0.1;

    @Option(
            names = "--probe",
            description = "So many go first; the others wait for their fate (default ${DEFAULT-VALUE}).")
    private int probe = 10;

    @Option(
            names = "--watch",
            paramLabel = "TIME",
            description = "How long the fate of what was sent is waited for: 30s, 5m (default: as long as "
                    + "a message takes whose tries all fail at once, 1 to 30 minutes).")
    private @Nullable String watch;

    @Option(
            names = "--all",
            description =
                    "Let SQS move the whole queue by itself (StartMessageMoveTask): nothing is watched or stopped.")
    private boolean all;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    DlqRedriveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (all && !group.isAll()) {
            throw new ParameterException(
                    new CommandLine(this), "--all moves the whole queue; leave out --group, --kind and --error.");
        }
        var chosen = Optional.ofNullable(watch).map(Times::stretch);
        var unwatched = new RedrivePlan(
                TimeOrderedId.at(Instant.now()), rate, failureRate, probe, chosen.orElse(Duration.ZERO));
        try (var desk = new DeadLetterDesk(shell, choice)) {
            var dead = desk.letters().counts().dead();
            var letters = group.letters(desk::newest);
            var what = letters.words() + " of " + desk.pair().label();
            FifoRule.check(desk.letters().isOrdered(), group.isAll());
            if (dryRun) {
                shell.progress()
                        .say("Would send " + what + " back to " + desk.pair().queueName() + " at " + rate
                                + " a second; " + Counted.are(dead, "dead letter") + " there.");
                return 0;
            }
            confirmation.allow(shell, choice.stage(), List.of(choice.name()), "Sends " + what + " back");
            if (all) {
                return move(desk, dead);
            }
            var time = WatchTime.of(chosen, desk.letters().quickFailure());
            shell.progress().say(time.message());
            return redrive(desk, letters, unwatched.watching(time.time()));
        }
    }

    private int redrive(DeadLetterDesk desk, LetterChoice letters, RedrivePlan plan) {
        shell.progress()
                .say(
                        "Sending " + letters.words() + " back at " + rate
                                + " a second. What is held meanwhile comes back by itself within 15 minutes if this is stopped.");
        var run = desk.run();
        return desk.until(run, () -> {
            var outcome = desk.letters().redrive(letters, plan, run);
            output.print(shell, outcome, () -> List.of(outcome.message()));
            return outcome.stoppedItself() || run.isEnding() ? 1 : 0;
        });
    }

    private int move(DeadLetterDesk desk, long dead) {
        var task = desk.letters().move(rate, desk.run());
        var message = "SQS moves " + Counted.of(dead, "dead letter") + " back by itself, at " + rate + " a second.";
        var outcome = new RedriveOutcome(task, 0, 0, 0, dead, 0, 0, false, Duration.ZERO, message);
        output.print(
                shell,
                outcome,
                () -> List.of(message, "It can be cancelled: aws sqs cancel-message-move-task --task-handle " + task));
        return 0;
    }
}
