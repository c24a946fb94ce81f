package io.beanpole.scaling.check;

import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.ScalingDesign;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of the group as a whole. */
record GroupChecks(CheckedDesign checked) {
    void addTo(List<Finding> findings) {
        ScalingDesign design = checked.design();
        boolean scalesByQueue = checked.lane().isWorker()
                || checked.own().stream().anyMatch(alarm -> CheckedDesign.isOf(alarm.metric(), MetricSubject.QUEUE));
        List<DesignedAlarm> defaults = checked.defaultTrigger();
        if (scalesByQueue && !defaults.isEmpty()) {
            findings.add(new Finding(
                    Flaw.DEFAULT_TRIGGER,
                    defaults.stream().map(DesignedAlarm::name).collect(Collectors.joining(", ")),
                    "Elastic Beanstalk's own trigger is left on; it looks at network traffic.",
                    "A worker sends little, so the trigger takes instances away while the queue asks for more.",
                    "AWSEBCloudwatchAlarmHigh and AWSEBCloudwatchAlarmLow with AlarmActions: []."));
        }
        boolean hasOwn = checked.own().stream().anyMatch(checked::isWired);
        if (design.minimum() == design.maximum() && hasOwn) {
            findings.add(new Finding(
                    Flaw.FIXED_SIZE,
                    design.name(),
                    "MinSize and MaxSize are both " + design.minimum() + ".",
                    "Its alarms and policies change nothing.",
                    "MaxSize of aws:autoscaling:asg above MinSize."));
        }
    }
}
