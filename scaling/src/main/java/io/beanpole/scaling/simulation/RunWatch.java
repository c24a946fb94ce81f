package io.beanpole.scaling.simulation;

/** Hears how far a simulation is, at every point of its metrics. */
@FunctionalInterface
public interface RunWatch {
    /** @param part of the trace that is over, 0 to 1; 1 while what is left is worked off */
    void reached(double part);
}
