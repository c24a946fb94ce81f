package io.beanpole.cloud.instance;

import java.util.List;
import java.util.Map;

/** What an instance shall run. */
public record InstancePlan(
        List<ContainerDefinition> containers, Map<String, String> environment, HealthCheck healthCheck) {}
