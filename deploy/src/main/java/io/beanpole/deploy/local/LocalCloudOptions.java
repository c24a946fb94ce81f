package io.beanpole.deploy.local;

/** What can be chosen when the local cloud starts; port 0 is any free one. */
public record LocalCloudOptions(int port, int registryPort, int webPort, String runtime) {}
