package io.beanpole.deploy.plan;

import io.beanpole.deploy.beanstalk.BundleAddress;
import java.util.Optional;

/** A version as DescribeApplicationVersions tells it; without an address it has no bundle in S3. */
public record VersionFact(String label, String status, Optional<BundleAddress> bundle) {}
