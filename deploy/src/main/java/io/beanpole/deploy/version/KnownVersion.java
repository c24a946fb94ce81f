package io.beanpole.deploy.version;

import java.time.Instant;
import java.util.List;

/**
 * A version and what became of it.
 *
 * @param status Unprocessed, Processing, Processed, Failed or Building, as Elastic Beanstalk says
 * @param images that its bundle names, by digest where pinned; empty when the bundle is gone
 * @param deployedOn the environments that have it now
 * @param canBeDeployed whether it can be rolled back to: its bundle is in S3 and every digest in ECR
 * @param missing why not, a sentence each
 * @param unchecked what couldn't be checked, a sentence each: images of other registries, or by tag
 */
public record KnownVersion(
        String label,
        Instant createdAt,
        String description,
        String status,
        List<String> images,
        List<String> deployedOn,
        boolean canBeDeployed,
        List<String> missing,
        List<String> unchecked) {}
