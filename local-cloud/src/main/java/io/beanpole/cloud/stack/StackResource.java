package io.beanpole.cloud.stack;

import tools.jackson.databind.node.ObjectNode;

/** What is kept of a resource: what it is, what it was made from, and whether it outlives the environment. */
record StackResource(String type, PhysicalResource physical, ObjectNode properties, boolean retained) {}
