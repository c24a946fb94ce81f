package io.beanpole.scaling.group;

import java.util.List;

/**
 * What brings a group from what runs to what is desired.
 *
 * @param onDemand how many to launch on demand
 * @param spot how many to launch as Spot
 * @param leaving who goes
 * @param tellsAllProtected whether fewer go than should because all others are protected, and that is new
 */
public record Reconciliation<M extends Member>(int onDemand, int spot, List<M> leaving, boolean tellsAllProtected) {
    public Reconciliation {
        leaving = List.copyOf(leaving);
    }

    /** How many to launch. */
    public int launches() {
        return onDemand + spot;
    }

    /** Whether some go, or should and can't. */
    public boolean isScaleIn() {
        return !leaving.isEmpty() || tellsAllProtected;
    }
}
