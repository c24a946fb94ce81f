package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.lane.EnvironmentLanes;
import io.beanpole.deploy.lane.LaneNames;
import io.beanpole.deploy.lane.LaneReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lanes}: what waits, what is in work, how fast it drains, who works, and which alarms are up. */
@Command(
        name = "lanes",
        description = "Show the lanes of a stage, the most urgent first: what waits, what is in flight, who drains it.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole lanes", "  ./beanpole lanes --json"})
@JsonShape(value = LaneReport.class, isList = true)
public final class LanesCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final StageChoice choice = new StageChoice();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--all", description = "Also the lanes of other stages and applications of the account and region.")
    private boolean all;

    private LanesCommand(Shell shell) {
        this.shell = shell;
    }

    /** The command with its own commands. */
    public static CommandLine commandLine(Shell shell) {
        return new CommandLine(new LanesCommand(shell))
                .addSubcommand(new LanesSendCommand(shell))
                .addSubcommand(new LanesApplyCommand(shell));
    }

    @Override
    public Integer call() {
        var spec = choice.spec(shell);
        var stage = choice.stage(shell);
        var names = LaneNames.of(spec, stage);
        var ours = spec.environments().keySet().stream()
                .map(name -> spec.environmentName(stage, name))
                .collect(Collectors.toSet());
        try (var lanes = new EnvironmentLanes(choice.access(shell), names, Optional.empty(), shell.progress())) {
            var chosen = lanes.reports().stream()
                    .filter(lane -> all || ours.isEmpty() || ours.contains(lane.environmentName()))
                    .toList();
            output.print(shell, chosen, () -> lines(chosen));
        }
        return 0;
    }

    private static List<String> lines(List<LaneReport> lanes) {
        if (lanes.isEmpty()) {
            return List.of("No worker environment is here, so there are no lanes.");
        }
        var table = new Columns(
                "LANE",
                "WAITING",
                "IN FLIGHT",
                "OLDEST",
                "IN/MIN",
                "OUT/MIN",
                "EMPTY IN",
                "DEAD LETTERS",
                "INSTANCES",
                "ENVIRONMENT");
        for (var lane : lanes) {
            table.row(
                    lane.name(),
                    String.valueOf(lane.depth()),
                    String.valueOf(lane.inFlight()),
                    lane.oldest().map(Times::words).orElse("-"),
                    rate(lane.sentPerMinute()),
                    rate(lane.deletedPerMinute()),
                    emptyIn(lane),
                    String.valueOf(lane.deadLetters()),
                    lane.instances() + "/" + lane.desired(),
                    lane.environmentName());
        }
        var lines = new ArrayList<>(table.lines());
        lines.addAll(alarms(lanes));
        return lines;
    }

    private static String rate(Optional<Double> perMinute) {
        return perMinute.map(rate -> String.format(Locale.ROOT, "%.1f", rate)).orElse("-");
    }

    private static String emptyIn(LaneReport lane) {
        if (lane.depth() == 0) {
            return "-";
        }
        return lane.timeToEmpty()
                .map(Times::words)
                .orElse(lane.deletedPerMinute().isPresent() ? "not at this rate" : "unknown");
    }

    private static List<String> alarms(List<LaneReport> lanes) {
        if (lanes.stream().allMatch(lane -> lane.alarms().isEmpty())) {
            return List.of();
        }
        var table = new Columns("LANE", "ALARM", "STATE", "SINCE", "CONDITION");
        for (var lane : lanes) {
            for (var alarm : lane.alarms()) {
                table.row(lane.name(), alarm.name(), alarm.state(), Times.local(alarm.since()), alarm.condition());
            }
        }
        var lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }
}
