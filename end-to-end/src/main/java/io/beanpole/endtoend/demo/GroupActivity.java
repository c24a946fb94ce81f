package io.beanpole.endtoend.demo;

import java.time.Instant;

/** One thing that Auto Scaling did, and the cause that it gives. */
public record GroupActivity(Instant at, String status, String description, String cause) {}
