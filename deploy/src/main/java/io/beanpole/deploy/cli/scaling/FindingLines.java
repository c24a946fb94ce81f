package io.beanpole.deploy.cli.scaling;

import io.beanpole.scaling.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Flaws of a design as lines of text. */
record FindingLines(List<Finding> findings) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var finding : findings) {
            lines.add("FLAW " + finding.flaw().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                    + finding.place());
            lines.add("  " + finding.what());
            lines.add("  " + finding.consequence());
            lines.add("  Repair: " + finding.repair());
        }
        return lines;
    }
}
