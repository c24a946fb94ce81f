package io.beanpole.cloud.beanstalk.catalog;

/** The two names of one platform version. */
public record PlatformName(String solutionStack, String platformArn) {}
