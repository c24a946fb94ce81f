package io.beanpole.cloud.timeline;

import java.util.List;

/**
 * All that is told of one message.
 *
 * @param leftOut how many events between the first and the others are not kept any more
 */
record MessageTold(String queue, MessageSummary message, List<TimelineEvent> events, int leftOut) {}
