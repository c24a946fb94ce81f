package io.beanpole.deploy.scaling.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.scaling.AwsExplanations;
import io.beanpole.deploy.scaling.EnvironmentResources;
import io.beanpole.deploy.scaling.LaneFigures;
import io.beanpole.deploy.scaling.LiveDesign;
import io.beanpole.deploy.scaling.ScalingExplanation;
import io.beanpole.deploy.scaling.simulation.RecordedTraces;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Reads the design from AWS's three services and puts it back there. */
public final class AwsScalingDesk implements ScalingDesk {
    /** Long enough to know how long tasks take. */
    private static final Duration FIGURES_OF = Duration.ofHours(3);

    private final AwsAccess access;
    private final AwsExplanations explanations;

    /** @param explanations closed by who made it */
    public AwsScalingDesk(AwsAccess access, AwsExplanations explanations) {
        this.access = access;
        this.explanations = explanations;
    }

    @Override
    public StandingScaling read(String environmentName) {
        return new StandingScaling(
                LiveDesign.of(access, environmentName),
                explanations.traits(environmentName),
                LaneFigures.of(access, environmentName, FIGURES_OF));
    }

    @Override
    public ScalingExplanation explain(String environmentName, Instant from, Instant at) {
        return explanations.explain(environmentName, from, at);
    }

    @Override
    public Trace load(String environmentName, Duration since) {
        return RecordedTraces.of(access, environmentName, since);
    }

    @Override
    public List<String> apply(String environmentName, ScalingDesign before, ScalingDesign wanted) {
        var present = LiveDesign.of(access, environmentName);
        if (!present.equals(before)) {
            throw new DeployException(
                    "The scaling of " + environmentName + " was changed by somebody else in the meantime ("
                            + String.join(" ", new DesignChanges(before, present).sentences())
                            + "), so nothing was applied.",
                    "Read it again, and apply the change to what is there now.");
        }
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var autoScaling = access.client(AutoScalingClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            var parts = new EnvironmentResources(beanstalk).of(environmentName);
            var group = parts.group()
                    .orElseThrow(() -> new DeployException(environmentName + " has no Auto Scaling group."));
            var done = new ScalingChange(autoScaling, cloudWatch, parts, group)
                    .carryOut(new DesignChanges(before, wanted));
            return compared(done, environmentName, wanted);
        }
    }

    private List<String> compared(List<String> done, String environmentName, ScalingDesign wanted) {
        try {
            return told(done, new DesignChanges(LiveDesign.of(access, environmentName), wanted));
        } catch (DeployException e) {
            // What was asked for is done; only looking at it once more failed.
            return Stream.concat(done.stream(), Stream.of("It could not be read again: " + e.getMessage()))
                    .toList();
        }
    }

    /** AWS changes each part on its own, so that of two people who apply at once each may have got a part. */
    static List<String> told(List<String> done, DesignChanges missing) {
        var differences = missing.differences();
        return differences.isEmpty()
                ? done
                : Stream.concat(
                                done.stream(),
                                Stream.of("Yet something else is there now; somebody may have changed it at the same"
                                        + " moment. What differs from what was asked for: "
                                        + String.join(" ", differences)))
                        .toList();
    }
}
