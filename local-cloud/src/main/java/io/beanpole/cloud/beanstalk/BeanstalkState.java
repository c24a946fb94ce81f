package io.beanpole.cloud.beanstalk;

import java.util.List;

/** All of environments that Elastic Beanstalk keeps over a restart; the catalogue keeps the rest. */
record BeanstalkState(List<EnvironmentRecord> environments, List<EventRecord> events) {}
