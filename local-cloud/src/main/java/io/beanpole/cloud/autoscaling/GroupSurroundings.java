package io.beanpole.cloud.autoscaling;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What every group needs of the whole.
 *
 * @param interval how often alarms are evaluated
 * @param news who hears what happens, at the time when it happens
 * @param market where Spot instances are bought
 */
record GroupSurroundings(
        Activities activities, Clock clock, Duration interval, Supplier<GroupNews> news, SpotMarket market) {}
