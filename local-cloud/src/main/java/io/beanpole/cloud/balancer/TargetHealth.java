package io.beanpole.cloud.balancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/**
 * What the balancer knows about one target. A new one is looked at every second and is healthy after its first pass, as
 * an application load balancer treats an initial target; after that the interval and both thresholds count.
 */
final class TargetHealth {
    private static final Duration WHILE_INITIAL = Duration.ofSeconds(1);

    private final Target target;
    private boolean initial = true;
    private volatile boolean healthy;
    private int inARow;
    private int open;
    private Instant nextCheck = Instant.EPOCH;

    TargetHealth(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    boolean isHealthy() {
        return healthy;
    }

    /** Requests that it has got and not answered; under the lock of {@link Targets}. */
    int open() {
        return open;
    }

    void began() {
        open++;
    }

    void ended() {
        open--;
    }

    /** Checks when it is time to. */
    void check(HttpClient http, BalancerSettings settings, Instant now) {
        if (now.isBefore(nextCheck)) {
            return;
        }
        boolean passed = passes(http, settings);
        if (initial) {
            healthy = passed;
            initial = !passed;
        } else if (passed == healthy) {
            inARow = 0;
        } else if (++inARow >= (passed ? settings.healthyThreshold() : settings.unhealthyThreshold())) {
            healthy = passed;
            inARow = 0;
        }
        nextCheck = now.plus(initial ? WHILE_INITIAL : settings.interval());
    }

    private boolean passes(HttpClient http, BalancerSettings settings) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target.address() + settings.healthCheckPath()))
                    .header("User-Agent", "ELB-HealthChecker/2.0")
                    .timeout(settings.timeout())
                    .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return settings.expectedStatus().include(status);
        } catch (IOException e) {
            return false;
        } catch (IllegalArgumentException e) {
            // A path that is no part of an address is answered by nobody.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
