package io.beanpole.deploy.scaling;

/** The Auto Scaling group of an environment now. */
public record GroupState(String name, int minimum, int maximum, int desired, int inService, int protectedInstances) {}
