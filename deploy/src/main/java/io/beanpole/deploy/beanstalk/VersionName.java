package io.beanpole.deploy.beanstalk;

/** Which application version is meant: labels are unique within their application only. */
public record VersionName(String application, String label) {}
