package io.beanpole.deploy.detail;

/**
 * One resource of an environment.
 *
 * @param name by which AWS calls it
 * @param detail what more is known of it, as a person reads it; empty for nothing
 */
public record Resource(Kind kind, String name, String detail) {
    /** What it is, in the order in which a request or message meets them. */
    public enum Kind {
        LOAD_BALANCER,
        QUEUE,
        DEAD_LETTER_QUEUE,
        GROUP,
        LAUNCH_TEMPLATE,
        LAUNCH_CONFIGURATION,
        INSTANCE,
        ALARM
    }
}
