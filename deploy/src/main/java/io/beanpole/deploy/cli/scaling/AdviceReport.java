package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.advice.Advice;
import io.beanpole.deploy.scaling.advice.Advice.ContenderFigures;
import io.beanpole.deploy.scaling.advice.Advice.NumberReason;
import io.beanpole.deploy.scaling.advice.Advice.TargetFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Advice as lines of text: the target, who does how, and the proposal's numbers with their reasons. */
record AdviceReport(Advice advice) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(target(advice.target()));
        lines.addAll(advice.remarks());
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.add("THE PROPOSAL'S NUMBERS");
        for (NumberReason number : advice.numbers()) {
            lines.add("  " + number.part() + ", " + number.what() + ": " + number.value());
            lines.add("    " + number.why());
        }
        return lines;
    }

    private static String target(TargetFigures target) {
        return String.format(
                Locale.ROOT,
                "Oldest message within %s; a task takes %d s, %d at a time; boot %d s; %d to %d instances.",
                Times.words(target.oldest()),
                target.meanService().toSeconds(),
                target.slots(),
                target.boot().toSeconds(),
                target.minimum(),
                target.maximum());
    }

    private List<String> table() {
        boolean isPriced = advice.contenders().stream().anyMatch(each -> each.dayCost() > 0);
        List<String> titles = new ArrayList<>(List.of("CONTENDER", "MISSED", "COST", "KILLED", "P95 WAIT", "PEAK"));
        if (isPriced) {
            titles.add("A DAY");
        }
        advice.contenders()
                .get(0)
                .traces()
                .forEach(each -> titles.add(each.trace().toUpperCase(Locale.ROOT)));
        var table = new Columns(titles.toArray(String[]::new));
        for (ContenderFigures each : advice.contenders()) {
            List<String> cells = new ArrayList<>(List.of(
                    each.name(),
                    part(each.missedPart()),
                    ratio(each.costRatio()),
                    String.valueOf(each.killed()),
                    Times.words(each.worstP95()),
                    String.valueOf(each.peak())));
            if (isPriced) {
                cells.add(String.format(Locale.ROOT, "%.2f", each.dayCost()));
            }
            each.traces().forEach(trace -> cells.add(part(trace.missedPart()) + " at " + ratio(trace.costRatio())));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private static String part(double part) {
        return String.format(Locale.ROOT, "%.2f %%", part * 100);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f x", ratio);
    }
}
