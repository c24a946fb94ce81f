package io.beanpole.scaling.check;

import io.beanpole.scaling.design.ScalingDesign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at a design for the flaws that queue scaling is known for. */
public final class DesignCheck {
    private DesignCheck() {}

    /** What is wrong, the flaws of AWS's sample first; empty where nothing is. */
    public static List<Finding> of(ScalingDesign design, LaneTraits lane) {
        CheckedDesign checked = new CheckedDesign(design, lane);
        List<Finding> findings = new ArrayList<>();
        new MetricChecks(checked).addTo(findings);
        new AlarmChecks(checked).addTo(findings);
        new PolicyChecks(checked).addTo(findings);
        new GroupChecks(checked).addTo(findings);
        findings.sort(Comparator.comparing(Finding::flaw).thenComparing(Finding::place));
        return List.copyOf(findings);
    }
}
