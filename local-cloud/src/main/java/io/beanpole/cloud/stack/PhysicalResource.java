package io.beanpole.cloud.stack;

import java.util.Map;

/**
 * A resource that is there.
 *
 * @param reference what {@code Ref} gives: a queue's URL, an alarm's name, a policy's ARN
 * @param attributes what {@code Fn::GetAtt} gives, by name
 */
public record PhysicalResource(String reference, Map<String, String> attributes) {}
