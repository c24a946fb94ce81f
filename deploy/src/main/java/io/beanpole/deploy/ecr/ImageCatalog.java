package io.beanpole.deploy.ecr;

import java.util.List;

/** The images that lie in ECR, for people who choose one. */
public interface ImageCatalog {
    /** The names of the repositories, sorted. */
    List<String> repositories();

    /** The images of a repository, the last pushed first. */
    List<RepositoryImage> images(String repository);
}
