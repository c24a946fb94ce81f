package io.beanpole.cloud.instance;

/**
 * How much of this machine's processors an instance's processes used of late, in percent of all of them together.
 *
 * @param user in programs
 * @param system in the kernel, on their behalf
 */
public record CpuShare(double user, double system) {}
