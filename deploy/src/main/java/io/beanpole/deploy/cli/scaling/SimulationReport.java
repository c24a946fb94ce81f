package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.scaling.simulation.SimulatedRow;
import io.beanpole.scaling.simulation.SizeDecision;
import io.beanpole.scaling.simulation.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results of simulations as a table, with their decisions where they were asked for. */
record SimulationReport(List<SimulatedRow> rows, Workload workload) {
    private static final double MILLIS = 1000;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "tasks of %s on %d slots an instance, %s to boot, %s to wait at most; cost over the lower bound",
                words(workload.meanService()),
                workload.slotsPerInstance(),
                words(workload.boot()),
                words(workload.slo())));
        lines.add("");
        lines.addAll(table().lines());
        for (SimulatedRow row : rows) {
            if (!row.decisions().isEmpty()) {
                lines.add("");
                lines.add(row.policy() + " on " + row.trace());
                row.decisions().forEach(each -> lines.add("  " + line(each)));
            }
        }
        return lines;
    }

    private Columns table() {
        var table = new Columns(
                "TRACE",
                "POLICY",
                "TASKS",
                "MISSED %",
                "COST",
                "KILLED",
                "P50",
                "P95",
                "P99",
                "LONGEST",
                "HOURS",
                "FLAPS",
                "PEAK",
                "DRAIN");
        for (SimulatedRow row : rows) {
            table.row(
                    row.trace(),
                    row.policy(),
                    String.valueOf(row.tasks()),
                    number(row.missedPercent(), 2),
                    number(row.costRatio(), 2),
                    String.valueOf(row.killed()),
                    words(row.p50()),
                    words(row.p95()),
                    words(row.p99()),
                    words(row.longest()),
                    number(row.instanceHours(), 1),
                    String.valueOf(row.flaps()),
                    String.valueOf(row.peak()),
                    words(row.drain()));
        }
        return table;
    }

    private static String line(SizeDecision decision) {
        return decision.at() + "  "
                + (decision.changes() ? decision.before() + " -> " + decision.after() : "stays " + decision.before())
                + "  " + decision.why();
    }

    private static String words(Duration duration) {
        return Math.round(duration.toMillis() / MILLIS) + " s";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
