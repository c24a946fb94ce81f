package io.beanpole.deploy.alarm;

/** What an alarm watches over. */
public enum AlarmKind {
    /** The queue of a lane: how much waits, how old the oldest message is. */
    QUEUE,
    /** A dead-letter queue. */
    DEAD_LETTERS,
    /** A group of instances: Elastic Beanstalk's own trigger, or one of ours. */
    GROUP
}
