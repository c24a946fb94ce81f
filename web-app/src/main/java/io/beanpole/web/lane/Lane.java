package io.beanpole.web.lane;

/** A priority that a task can have. */
public record Lane(String name) {}
