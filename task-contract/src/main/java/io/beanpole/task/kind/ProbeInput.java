package io.beanpole.task.kind;

/** Input of {@code probe}, which asks for nothing but to be done: it shows that a lane works, and how long it waits. */
public record ProbeInput() implements TaskInput {}
