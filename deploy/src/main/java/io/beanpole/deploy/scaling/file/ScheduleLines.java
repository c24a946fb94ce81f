package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.schedule.ScheduledSize;
import org.jspecify.annotations.Nullable;

/** A scheduled size as {@code AWS::AutoScaling::ScheduledAction}. */
final class ScheduleLines {
    private final PlannedSize planned;

    ScheduleLines(PlannedSize planned) {
        this.planned = planned;
    }

    void write(Lines lines, int depth) {
        String recurrence = planned.recurrence().toString();
        int zone = recurrence.lastIndexOf(' ');
        lines.add(depth, planned.name() + ":").add(depth + 1, "Type: AWS::AutoScaling::ScheduledAction");
        lines.add(depth + 1, "Properties:").add(depth + 2, "AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}");
        lines.add(depth + 2, "Recurrence: " + Lines.quoted(recurrence.substring(0, zone)));
        lines.add(depth + 2, "TimeZone: " + recurrence.substring(zone + 1));
        ScheduledSize size = planned.size();
        number(lines, depth + 2, "MinSize", size.min());
        number(lines, depth + 2, "MaxSize", size.max());
        number(lines, depth + 2, "DesiredCapacity", size.desired());
    }

    private static void number(Lines lines, int depth, String name, @Nullable Integer value) {
        if (value != null) {
            lines.add(depth, name + ": " + value);
        }
    }
}
