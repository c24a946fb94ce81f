package io.beanpole.deploy.scaling.desk;

import io.beanpole.deploy.scaling.ScalingExplanation;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How an environment is meant to scale: read, explained, tried on recorded load, applied. All methods block. */
public interface ScalingDesk {
    /**
     * The design that AWS has of an environment, with what is known of its workers.
     *
     * @throws io.beanpole.deploy.DeployException when AWS refuses, or the environment has no group yet
     */
    StandingScaling read(String environmentName);

    /**
     * Why it did or did not scale at a moment, with all that happened around it.
     *
     * @param from where what happened begins
     * @param at a moment in the future is taken as now
     */
    ScalingExplanation explain(String environmentName, Instant from, Instant at);

    /**
     * What came to the environment's queue, minute by minute, until now.
     *
     * @param since how far back; CloudWatch keeps points of a minute for 15 days
     */
    Trace load(String environmentName, Duration since);

    /**
     * Makes the running group and its alarms scale by another design. What only the old design has is not removed: its
     * alarms run nothing any more. The files of the next deployment win over what is applied here.
     *
     * @param before the design as it was read; where AWS has another one by now, nothing is changed
     * @return what was changed, a sentence each
     * @throws io.beanpole.deploy.DeployException when AWS refuses; the sentence says what was changed until then
     */
    List<String> apply(String environmentName, ScalingDesign before, ScalingDesign wanted);
}
