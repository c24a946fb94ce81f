package io.beanpole.deploy.scaling;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that Auto Scaling did.
 *
 * @param status Successful, InProgress, Failed ...
 * @param description "Launching a new EC2 instance: i-..."
 * @param cause AWS's sentences on why
 */
public record ScalingActivity(
        String id, Instant startedAt, Optional<Instant> endedAt, String status, String description, String cause) {}
