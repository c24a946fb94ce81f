package io.beanpole.scaling.alarm;

/** The states of an alarm, named as CloudWatch names them. */
public enum AlarmState {
    OK,
    ALARM,
    INSUFFICIENT_DATA
}
