package io.beanpole.cloud.cloudwatch;

/** An action that an alarm runs, and why it does. */
public record ActionCall(String arn, AlarmFiring firing) {}
