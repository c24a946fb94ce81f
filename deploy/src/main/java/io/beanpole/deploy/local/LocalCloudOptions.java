package io.beanpole.deploy.local;

/**
 * What can be chosen when the local cloud starts; port 0 is any free one.
 *
 * @param speed how many times faster than AWS the waits pass that AWS alone decides on; 1 is as on AWS
 * @param sqsdProfile which daemon's handling of failed messages is followed: 3.0.5-measured, 2.x or docs
 * @param platformProxy whether the platform's nginx stands between sqsd and the application
 */
public record LocalCloudOptions(
        int port,
        int registryPort,
        int webPort,
        String runtime,
        String speed,
        String sqsdProfile,
        boolean platformProxy) {}
