package io.beanpole.deploy.plan;

/** The instances of an environment: how many run, and between which bounds. */
public record FleetFact(int instances, int minimum, int maximum) {
    /** Where nothing is known of a group. */
    public static final FleetFact UNKNOWN = new FleetFact(0, 0, 0);
}
