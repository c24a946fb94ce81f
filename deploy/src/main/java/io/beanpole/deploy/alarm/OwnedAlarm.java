package io.beanpole.deploy.alarm;

import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** An alarm with the environment that it concerns. */
record OwnedAlarm(MetricAlarm alarm, AlarmKind kind, String subject, String application, String environmentName) {}
