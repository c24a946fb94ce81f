package io.beanpole.deploy.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The tier that deployment.yml calls so. */
    static Tier named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What deployment.yml calls the tiers. */
    static Set<String> names() {
        return Arrays.stream(values()).map(Tier::folder).collect(Collectors.toSet());
    }

    /** The tier's name in the API. */
    public String awsName() {
        return awsName;
    }

    /** The tier's type in the API. */
    public String awsType() {
        return awsType;
    }

    /** The name of the tier in deployment.yml, and of the folder with its option files. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
