package io.beanpole.cloud.autoscaling;

/**
 * What an environment's options say about its group.
 *
 * @param cooldown seconds
 */
public record GroupBounds(int min, int max, int cooldown) {}
