package io.beanpole.cloud.timeline;

import java.util.List;

/**
 * What a follower of a queue gets.
 *
 * @param next the number to ask for the events after, the next time
 * @param missed how many events after the number that was asked for are not kept any more
 */
record Following(String queue, List<TimelineEvent> events, long next, long missed) {}
