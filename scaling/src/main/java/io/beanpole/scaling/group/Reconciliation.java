package io.beanpole.scaling.group;

import java.util.List;

/**
 * What brings a group from what runs to what is desired.
 *
 * @param launches how many to launch
 * @param leaving who goes
 * @param tellsAllProtected whether fewer go than should because all others are protected, and that is new
 */
public record Reconciliation<M extends Member>(int launches, List<M> leaving, boolean tellsAllProtected) {
    public Reconciliation {
        leaving = List.copyOf(leaving);
    }

    /** Whether some go, or should and can't. */
    public boolean isScaleIn() {
        return !leaving.isEmpty() || tellsAllProtected;
    }
}
