package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.LaneScaling;
import io.beanpole.deploy.spec.LaneSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.StageSpec;
import java.util.List;
import java.util.SortedMap;

/**
 * What a lane of a stage has to be made of, all that deployment.yml says taken together.
 *
 * @param lane its name
 * @param environmentName the environment that drains it
 * @param spec of its queues
 * @param scaling with the numbers that hold in this stage
 * @param maxReceives of the redrive policy where the queue is a queue of its own
 */
public record LaneTarget(String lane, String environmentName, LaneSpec spec, LaneScaling scaling, int maxReceives) {
    private static final String CUSTOM = "aws:elasticbeanstalk:customoption";
    private static final String GROUP = "aws:autoscaling:asg";

    /** A lane of a stage. */
    public static LaneTarget of(DeploymentSpec spec, StageSpec stage, String lane) {
        if (!spec.lanes().contains(lane)) {
            throw new DeployException(
                    "deployment.yml has no lane '" + lane + "'; it has " + String.join(", ", spec.lanes()) + ".");
        }
        var name = spec.environmentOfLane(lane);
        var settings = spec.environments(stage, List.of(name)).get(0).settings();
        var laneSpec = spec.queues().lane(lane);
        var base = laneSpec.scaling();
        var scaling = new LaneScaling(
                number(settings, CUSTOM, "BacklogHigh", base.backlogHigh()),
                number(settings, CUSTOM, "BacklogLow", base.backlogLow()),
                number(settings, CUSTOM, "QuietMinutes", base.quietMinutes()),
                number(settings, CUSTOM, "WarmUpSeconds", base.warmUpSeconds()),
                number(settings, GROUP, "MinSize", base.minimum()),
                number(settings, GROUP, "MaxSize", base.maximum()),
                base.steps());
        return new LaneTarget(
                lane,
                spec.environmentName(stage, name),
                laneSpec,
                scaling,
                number(settings, "aws:elasticbeanstalk:sqsd", "MaxRetries", 10));
    }

    private static int number(SortedMap<OptionName, String> settings, String namespace, String name, int otherwise) {
        var text = settings.get(new OptionName(namespace, name));
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new DeployException(
                    "deployment.yml: the option " + namespace + "." + name + " must be a whole number, but is '" + text
                            + "'.",
                    e);
        }
    }
}
