package io.beanpole.controller.lane;

/** A queue and the group of instances that drains it. */
public interface Lane {
    String name();

    /**
     * How it is now.
     *
     * @throws io.beanpole.controller.ControllerException when AWS doesn't say it
     */
    LaneLook look();

    /** Sets the desired capacity to more than it is. */
    void grow(int desired);

    /**
     * Ends an instance and gives up its place, if it is still idle when it is looked at afresh.
     *
     * @return whether it was
     */
    boolean endIfIdle(String instance);
}
