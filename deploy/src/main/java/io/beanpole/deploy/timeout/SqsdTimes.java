package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.Optional;

/**
 * The options of aws:elasticbeanstalk:sqsd that are about time and number (reference 1.2).
 *
 * @param errorVisibility empty where it isn't set: the documented 2 s don't act then (1.5 [M])
 * @param retention from the first receive on (1.5 [S2][D])
 */
public record SqsdTimes(
        int connections,
        Duration inactivity,
        Duration visibility,
        Optional<Duration> errorVisibility,
        Duration retention,
        int maxRetries) {}
