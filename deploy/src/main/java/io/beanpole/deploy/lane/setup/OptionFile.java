package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.LaneScaling;
import io.beanpole.deploy.spec.LaneSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;

/**
 * The file of .ebextensions that makes a lane's alarms and policies and sets its queues' attributes; numbers are defaults
 * there, which an environment's options override.
 */
public final class OptionFile {
    private static final String TEMPLATE = "worker.config.template";

    private OptionFile() {}

    /** The file's text. */
    public static String of(LaneSpec common) {
        var scaling = common.scaling();
        var text = template();
        var values = Map.of(
                "minimum", scaling.minimum(),
                "maximum", scaling.maximum(),
                "backlogHigh", scaling.backlogHigh(),
                "backlogLow", scaling.backlogLow(),
                "quietMinutes", scaling.quietMinutes(),
                "warmUpSeconds", scaling.warmUpSeconds());
        for (var value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", String.valueOf(value.getValue()));
        }
        return text.replace("{{steps}}", steps(scaling)).replace("{{queues}}", queues(common));
    }

    private static String steps(LaneScaling scaling) {
        var lines = new ArrayList<String>();
        for (var step : scaling.steps().entrySet()) {
            var next = scaling.steps().tailMap(step.getKey() + 1);
            lines.add("        - {MetricIntervalLowerBound: " + step.getKey()
                    + (next.isEmpty() ? "" : ", MetricIntervalUpperBound: " + next.firstKey()) + ", ScalingAdjustment: "
                    + step.getValue() + "}");
        }
        return String.join("\n", lines);
    }

    private static String queues(LaneSpec common) {
        return queue("AWSEBWorkerQueue", common.attributes())
                + queue("AWSEBWorkerDeadLetterQueue", common.deadLetterAttributes());
    }

    private static String queue(String id, SortedMap<String, String> attributes) {
        if (attributes.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\n  " + id + ":\n    Type: AWS::SQS::Queue\n    Properties:\n");
        attributes.forEach((name, value) ->
                text.append("      ").append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static String template() {
        try (var stream = OptionFile.class.getResourceAsStream(TEMPLATE)) {
            if (stream == null) {
                throw new DeployException("The template " + TEMPLATE + " is not among the classes of this build.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DeployException("The template " + TEMPLATE + " can't be read: " + e.getMessage(), e);
        }
    }
}
