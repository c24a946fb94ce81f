package io.beanpole.cloud.stack;

import java.util.Map;

/** The resources of all stacks, by environment id and logical id, in the order in which they were made. */
record StackState(Map<String, Map<String, StackResource>> stacks) {}
