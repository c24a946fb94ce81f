package io.beanpole.deploy.scaling;

import java.util.List;

/**
 * A scaling policy as a person reads it.
 *
 * @param type SimpleScaling, StepScaling ...
 * @param steps one sentence per adjustment, "+1 from 0 to 400 over the threshold"
 */
public record PolicySummary(String name, String type, String adjustmentType, List<String> steps, List<String> alarms) {}
