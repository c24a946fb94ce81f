package io.beanpole.deploy.beanstalk;

import java.util.List;

/**
 * How well an environment is, as DescribeEnvironmentHealth tells it.
 *
 * @param status Ok, Info, Warning, Degraded, Severe, or what says that nobody knows: Unknown, NoData, Pending, Suspended;
 *     with basic health the colour's word for it
 * @param causes sentences that say why it isn't Ok; empty when it is
 */
public record EnvironmentHealth(String status, List<String> causes) {
    private static final List<String> FROM_GOOD_TO_BAD = List.of("Ok", "Info", "Warning", "Degraded", "Severe");

    public boolean isOk() {
        return status.equals(FROM_GOOD_TO_BAD.get(0));
    }

    /** Whether it is no worse than another; what nobody knows is worse than all that is known. */
    public boolean isAsGoodAs(EnvironmentHealth other) {
        return rank() <= other.rank();
    }

    @Override
    public String toString() {
        return causes.isEmpty() ? status : status + ": " + String.join(" ", causes);
    }

    private int rank() {
        var known = FROM_GOOD_TO_BAD.indexOf(status);
        return known < 0 ? FROM_GOOD_TO_BAD.size() : known;
    }
}
