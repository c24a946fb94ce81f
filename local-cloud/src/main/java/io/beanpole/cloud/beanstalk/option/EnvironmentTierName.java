package io.beanpole.cloud.beanstalk.option;

/** The two tiers of a standard environment. */
public enum EnvironmentTierName {
    /** Serves HTTP behind a load balancer. */
    WEB_SERVER("WebServer", "Standard"),
    /** Takes messages from a queue by way of sqsd. */
    WORKER("Worker", "SQS/HTTP");

    private final String wireName;
    private final String type;

    EnvironmentTierName(String wireName, String type) {
        this.wireName = wireName;
        this.type = type;
    }

    public String wireName() {
        return wireName;
    }

    public String type() {
        return type;
    }
}
