package io.beanpole.cloud.autoscaling;

/** Whether EC2 has Spot capacity to sell: it has, unless a rehearsal of a shortage says that it has not. */
final class SpotMarket {
    /** The message of the activity, in AWS's words. */
    static final String REFUSAL = "Could not launch Spot Instances. InsufficientInstanceCapacity - There is no Spot"
            + " capacity available that matches your request. Launching EC2 instance failed.";

    private volatile boolean isShort;

    boolean isShort() {
        return isShort;
    }

    void becomes(boolean next) {
        isShort = next;
    }
}
