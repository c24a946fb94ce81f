package io.beanpole.deploy.spec;

/** The two tiers of Elastic Beanstalk, by its own names. */
public enum Tier {
    WEB("WebServer", "Standard"),
    WORKER("Worker", "SQS/HTTP");

    private final String awsName;
    private final String awsType;

    Tier(String awsName, String awsType) {
        this.awsName = awsName;
        this.awsType = awsType;
    }

    /** The tier's name in the API. */
    public String awsName() {
        return awsName;
    }

    /** The tier's type in the API. */
    public String awsType() {
        return awsType;
    }

    /** The name of the folder that holds the tier's option files. */
    public String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
