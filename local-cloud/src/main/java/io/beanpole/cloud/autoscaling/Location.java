package io.beanpole.cloud.autoscaling;

/** Where the groups are, for ARNs and zones. */
public record Location(String region, String account) {
    String arn(String resource) {
        return "arn:aws:autoscaling:" + region + ":" + account + ":" + resource;
    }

    String zone() {
        return region + "a";
    }
}
