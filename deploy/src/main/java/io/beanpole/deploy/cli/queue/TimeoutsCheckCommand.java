package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.timeout.TimeoutReading;
import io.beanpole.deploy.timeout.TimeoutReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code timeouts check}: one environment's timeouts, the retry life of a message, and what contradicts. */
@Command(
        name = "check",
        description = {
            "Draw the retry life of one message and find the timeouts that contradict each other.",
            "Reads sqsd's options, queues, proxy and the application's own limits. Exit 1 when there is "
                    + "a contradiction."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole timeouts check standard", "  ./beanpole timeouts check web --json"})
@JsonShape(TimeoutReport.class)
final class TimeoutsCheckCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final StageChoice choice = new StageChoice();

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    TimeoutsCheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var reading = new TimeoutReading(choice.access(shell))) {
            var report = reading.of(choice.spec(shell), choice.environmentName(shell, name))
                    .report();
            output.print(shell, report, () -> lines(report));
            return report.contradictions().isEmpty() ? 0 : 1;
        }
    }

    private static List<String> lines(TimeoutReport report) {
        var table = new Columns("TIME", "VALUE");
        report.times().forEach((time, value) -> table.row(time, value));
        var lines = new ArrayList<>(table.lines());
        if (!report.lives().isEmpty()) {
            lines.add("");
            lines.addAll(report.lives());
        }
        lines.add("");
        for (var contradiction : report.contradictions()) {
            lines.add("CONTRADICTION " + contradiction.rule() + " ("
                    + contradiction.rule().source() + ")");
            lines.add("  " + contradiction.message());
            lines.add("  " + contradiction.consequence());
            lines.add("  " + contradiction.repair());
        }
        if (report.contradictions().isEmpty()) {
            lines.add("No contradictions.");
        }
        report.remarks().forEach(remark -> lines.add("Note: " + remark));
        if (!report.file().isEmpty()) {
            lines.add("");
            lines.add("A set that fits together, for .ebextensions:");
            lines.addAll(report.file().lines().toList());
        }
        return lines;
    }
}
