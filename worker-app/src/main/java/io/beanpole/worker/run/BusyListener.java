package io.beanpole.worker.run;

/** Hears whether this instance has work. */
@FunctionalInterface
public interface BusyListener {
    /** Called when the first run begins and when the last one ends; must return at once. */
    void busy(boolean busy);
}
