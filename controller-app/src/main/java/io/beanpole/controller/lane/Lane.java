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

    /**
     * Raises the desired capacity, if it is still lower and nothing hinders when the group is looked at afresh: a
     * schedule or an alarm may have raised it further meanwhile.
     *
     * @return whether it did
     */
    boolean grow(int desired);

    /**
     * Ends an instance and gives up its place, if it is still idle, above the group's minimum, and nothing hinders when
     * the group is looked at afresh.
     *
     * @return whether it was
     */
    boolean endIfIdle(String instance);
}
