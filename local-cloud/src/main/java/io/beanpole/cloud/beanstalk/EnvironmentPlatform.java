package io.beanpole.cloud.beanstalk;

/**
 * Which platform an environment runs on.
 *
 * @param platformArn empty where only the solution stack was named
 */
record EnvironmentPlatform(String solutionStack, String platformArn) {
    /** A file that was kept before there were platforms has only the solution stack. */
    EnvironmentPlatform {
        platformArn = platformArn == null ? "" : platformArn;
    }
}
