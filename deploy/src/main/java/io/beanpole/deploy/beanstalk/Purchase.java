package io.beanpole.deploy.beanstalk;

/**
 * How an instance was bought, which decides whether EC2 may take it away (Amazon EC2 User Guide, "Instance purchasing
 * options").
 */
public enum Purchase {
    /** Spare capacity, which EC2 takes back with two minutes' notice. */
    SPOT,
    /** What stays until somebody ends it: On-Demand, reserved or in a capacity block. */
    ON_DEMAND,
    /** EC2 wasn't asked successfully: most often for want of the right {@code ec2:DescribeInstances}. */
    UNKNOWN
}
