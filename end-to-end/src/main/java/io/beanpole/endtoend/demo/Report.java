package io.beanpole.endtoend.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The findings in lines for people. */
public record Report(Findings findings) {
    private static final int WIDTH = 60;

    /** The lines, top to bottom. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        long open = findings.tasks().size() - findings.succeeded() - findings.failed();
        lines.add("");
        lines.add(findings.tasks().size() + " tasks: " + findings.succeeded() + " succeeded, " + findings.failed()
                + " failed, " + open + " not done; " + findings.redelivered() + " were taken up more than once.");
        lines.add("");
        lines.add("waits      tasks       p50       p95       max");
        lines.add(waits(Load.URGENT));
        lines.add(waits(Load.FLOODED));
        lines.add("");
        lines.add(overTime("waiting", Sample::waiting));
        lines.add(overTime("in flight", Sample::inFlight));
        lines.add(overTime("desired", Sample::desired));
        lines.add(overTime("in service", Sample::inService));
        lines.add(overTime("protected", Sample::shielded));
        lines.add("instances  " + changes());
        lines.add("moved up   one cut from behind the flood to express; it began "
                + findings.movedUp().waitedThere().map(Report::seconds).orElse("not at all") + " later, before "
                + findings.overtaken() + " others");
        lines.add("");
        lines.add("Why Auto Scaling acted:");
        for (GroupActivity activity : findings.activities()) {
            lines.add("  " + since(activity.at()) + "  " + activity.description() + " (" + activity.status() + ")");
            lines.add("         " + activity.cause());
        }
        if (findings.activities().isEmpty()) {
            lines.add("  It did nothing.");
        }
        lines.add("");
        lines.addAll(verdict());
        return lines;
    }

    private String waits(String lane) {
        Waits waits = findings.waits(lane);
        return String.format(
                Locale.ROOT,
                "%-10s %5d %9s %9s %9s",
                lane,
                waits.tasks(),
                seconds(waits.median()),
                seconds(waits.p95()),
                seconds(waits.longest()));
    }

    private String overTime(String name, ToLongFunction<Sample> value) {
        List<Long> values = findings.samples().stream()
                .map(sample -> value.applyAsLong(sample))
                .toList();
        long most = values.stream().mapToLong(Long::longValue).max().orElse(0);
        return String.format(Locale.ROOT, "%-10s %s  at most %d", name, new Sparkline(WIDTH).of(values), most);
    }

    /** {@code 1, 2 from 0:21, 4 from 0:31, 1 from 3:05}: each change of how many are in service. */
    private String changes() {
        List<String> changes = new ArrayList<>();
        int before = -1;
        for (Sample sample : findings.samples()) {
            if (sample.inService() != before) {
                changes.add(before < 0 ? "" + sample.inService() : sample.inService() + " from " + since(sample.at()));
                before = sample.inService();
            }
        }
        return String.join(", ", changes);
    }

    private List<String> verdict() {
        List<String> lines = new ArrayList<>();
        if (findings.mostDesired() <= findings.minimum()) {
            lines.add("standard never grew: the flood was over before its alarm went off.");
        }
        if (!findings.isBackAtMinimum()) {
            lines.add("standard was not back at its minimum of " + findings.minimum()
                    + " in time; --minutes gives it more.");
        }
        if (findings.isNothingLost()) {
            lines.add("Nothing was lost: each task succeeded and has one result; no dead letters.");
            return lines;
        }
        lines.add("NOT every task was done exactly once:");
        findings.tasks().stream()
                .filter(task -> !task.hasSucceeded())
                .limit(10)
                .forEach(task -> lines.add("  task " + task.id() + " of " + task.lane() + " is " + task.state()));
        findings.withoutExactlyOneResult().stream()
                .limit(10)
                .forEach(id -> lines.add(
                        "  task " + id + " has " + findings.resultsByTask().getOrDefault(id, 0L) + " results"));
        if (findings.deadLetters() > 0) {
            lines.add("  " + findings.deadLetters() + " messages went to a dead-letter queue");
        }
        return lines;
    }

    private String since(Instant at) {
        return clock(Duration.between(findings.began(), at));
    }

    /** Minutes and seconds, as on a stop watch. */
    static String clock(Duration elapsed) {
        long seconds = Math.max(0, elapsed.toSeconds());
        return String.format(Locale.ROOT, "%2d:%02d", seconds / 60, seconds % 60);
    }

    /** CloudFormation names an alarm STACK-NAME-SUFFIX; the middle is what its author called it. */
    static String logicalName(String physicalName) {
        return physicalName.replaceFirst("^awseb-.*-stack-", "").replaceFirst("-[A-Za-z0-9]{6,}$", "");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
