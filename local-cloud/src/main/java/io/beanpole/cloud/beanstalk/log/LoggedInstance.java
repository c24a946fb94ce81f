package io.beanpole.cloud.beanstalk.log;

import java.nio.file.Path;

/** An instance and the directory of its logs. */
public record LoggedInstance(String id, Path logs) {}
