package io.beanpole.deploy.timeout;

import java.time.Duration;

/**
 * What stands between sqsd, or the load balancer, and the application on the instance.
 *
 * @param isThere whether the platform starts nginx; ECS and Docker with compose don't (reference 2.1 [D])
 * @param readTimeout proxy_read_timeout, 60 s unless the bundle says otherwise (1.5 [M][D])
 * @param passesAllNames whether the bundle lets header names with _ and . through (1.3 [T])
 */
public record Proxy(boolean isThere, Duration readTimeout, boolean passesAllNames) {
    /** No proxy at all. */
    public static final Proxy NONE = new Proxy(false, Duration.ZERO, true);

    /** Nginx as the platform configures it. */
    public static final Proxy STOCK = new Proxy(true, Duration.ofSeconds(60), false);
}
