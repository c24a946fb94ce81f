package io.beanpole.deploy.aws;

/** Hears of the calls that are made by an access. Called by the threads that make them; returns at once. */
public interface CallListener {
    /**
     * A request goes out; one that the SDK tries again counts again, as AWS counts it.
     *
     * @param service its id, {@code Elastic Beanstalk}
     * @param metrics how many metrics it asks for, which CloudWatch charges one by one; 0 for all other requests
     */
    default void sent(String service, String operation, int metrics) {}

    /** A call was refused for want of this action of IAM. */
    default void refused(String right) {}

    /** A call that needs this action of IAM was answered. */
    default void granted(String right) {}
}
