package io.beanpole.console.environments;

import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.util.List;

/** What is read of the chosen environment only. */
record EnvironmentDetail(String environmentName, List<InstanceOverview> instances, List<EnvironmentEvent> events) {}
