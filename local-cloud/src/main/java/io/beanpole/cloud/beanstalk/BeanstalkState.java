package io.beanpole.cloud.beanstalk;

import java.util.List;

/** All that Elastic Beanstalk keeps over a restart. */
record BeanstalkState(
        List<ApplicationRecord> applications,
        List<VersionRecord> versions,
        List<EnvironmentRecord> environments,
        List<EventRecord> events) {}
