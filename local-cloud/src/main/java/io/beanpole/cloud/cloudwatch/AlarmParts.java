package io.beanpole.cloud.cloudwatch;

import java.time.Clock;

/** What all operations on alarms share. */
record AlarmParts(Alarms alarms, MetricStore store, AlarmActions actions, Clock clock, String arnPrefix) {}
