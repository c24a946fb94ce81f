package io.beanpole.scaling.control;

/**
 * What a controller wants.
 *
 * @param desired the capacity, within the group's bounds
 * @param idleToEnd how many idle instances it ends, each by name and with its place; none while it adds
 * @param why as a sentence
 */
public record ControlDecision(int desired, int idleToEnd, String why) {}
