package io.beanpole.cloud.autoscaling;

/**
 * How a group behaves.
 *
 * @param cooldown seconds that simple policies wait after an activity
 * @param warmUp seconds that a new instance warms up where no policy says otherwise; -1 where the group doesn't either
 * @param protectsNew whether new instances begin protected from scale-in
 */
record GroupOptions(int cooldown, int warmUp, boolean protectsNew) {
    static final int NO_WARM_UP = -1;

    GroupOptions withCooldown(int next) {
        return new GroupOptions(next, warmUp, protectsNew);
    }
}
