package io.beanpole.deploy.local;

/**
 * What can be chosen when the local cloud starts; port 0 is any free one.
 *
 * @param speed how many times faster than AWS the waits pass that AWS alone decides on; 1 is as on AWS
 * @param sqsd how the daemons treat messages
 */
public record LocalCloudOptions(
        int port, int registryPort, int webPort, String runtime, String speed, SqsdChoices sqsd) {}
