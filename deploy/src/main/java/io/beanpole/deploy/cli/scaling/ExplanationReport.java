package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.ScalingExplanation;
import io.beanpole.scaling.why.AxisEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation as lines of text: the sentence, what stands beside it, and the axis. */
record ExplanationReport(ScalingExplanation explanation) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(explanation.environment() + " at " + Times.local(explanation.at()) + ": "
                + explanation.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        lines.add(explanation.sentence());
        if (!explanation.besides().isEmpty()) {
            lines.add("");
            lines.add("BESIDES");
            explanation.besides().forEach(each -> lines.add("  " + each));
        }
        if (!explanation.findings().isEmpty()) {
            lines.add("");
            lines.addAll(new FindingLines(explanation.findings()).lines());
        }
        lines.add("");
        lines.add(explanation.axis().isEmpty() ? "TIME AXIS: nothing" : "TIME AXIS");
        for (AxisEntry entry : explanation.axis()) {
            lines.add("  " + Times.local(entry.at()) + "  "
                    + String.format(Locale.ROOT, "%-10s", entry.kind().name().toLowerCase(Locale.ROOT))
                    + "  " + entry.text());
        }
        return lines;
    }
}
