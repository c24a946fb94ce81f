package io.beanpole.scaling.control;

/**
 * What a controller wants.
 *
 * @param desired the capacity, within the group's bounds
 * @param idleToEnd how many idle instances it ends, each by name and with its place; 0 while it adds, and with a smaller
 *     capacity where it leaves the choice to the group
 * @param why as a sentence
 */
public record ControlDecision(int desired, int idleToEnd, String why) {}
