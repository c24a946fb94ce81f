package io.beanpole.cloud.beanstalk;

import java.time.Instant;

/** What is kept of an application. */
record ApplicationRecord(String name, String description, Instant created, Instant updated) {}
