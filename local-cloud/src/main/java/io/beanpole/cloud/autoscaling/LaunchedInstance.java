package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.util.Map;

/**
 * An instance that Auto Scaling launched, as EC2 knows it: also one that was detached from its group and runs on.
 *
 * @param state in EC2's words: pending, running or shutting-down
 * @param isSpot whether it is spare capacity that can be taken away
 * @param tags those of its group, and the group's name
 */
public record LaunchedInstance(
        String id,
        String type,
        String zone,
        String state,
        Instant launched,
        boolean isSpot,
        Map<String, String> tags) {}
