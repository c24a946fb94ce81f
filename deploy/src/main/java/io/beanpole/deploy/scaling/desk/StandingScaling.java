package io.beanpole.deploy.scaling.desk;

import io.beanpole.deploy.scaling.LaneFigures;
import io.beanpole.scaling.check.LaneTraits;
import io.beanpole.scaling.design.ScalingDesign;

/**
 * How an environment is meant to scale now.
 *
 * @param design with AWS's names of alarms and policies
 * @param traits what the design's check must know of the lane
 * @param figures what the lane tells of its tasks
 */
public record StandingScaling(ScalingDesign design, LaneTraits traits, LaneFigures figures) {}
