package io.beanpole.console.environments;

import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.util.List;

/**
 * What is read again and again of the chosen environment only.
 *
 * @param news the events since the newest one that was known, newest first
 */
record Observation(String environmentName, List<InstanceOverview> instances, List<EnvironmentEvent> news) {}
