package io.beanpole.cloud.balancer;

import java.net.URI;

/** An instance behind the balancer: its id and where it listens. */
public record Target(String id, URI address) {}
