package io.beanpole.console.release;

import io.beanpole.deploy.ecr.RepositoryImage;

/** An image in the list, and whether the environment runs it now. */
public record ImageLine(RepositoryImage image, boolean isDeployed) {}
