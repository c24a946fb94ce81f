package io.beanpole.cloud.beanstalk;

import java.util.List;

/**
 * All of environments that Elastic Beanstalk keeps over a restart; the catalogue keeps the rest.
 *
 * @param events those that were kept here before they had a file of their own, newest first; empty from then on
 */
record BeanstalkState(List<EnvironmentRecord> environments, List<EventRecord> events) {}
