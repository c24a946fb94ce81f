package io.beanpole.task.kind;

/** The parameters of one kind of task; a record that refuses what can't be meant. */
public sealed interface TaskInput permits ClipInput, ProbeInput {}
