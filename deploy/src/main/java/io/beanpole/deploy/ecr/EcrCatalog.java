package io.beanpole.deploy.ecr;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** The images of ECR, read page by page. */
public final class EcrCatalog implements ImageCatalog, AutoCloseable {
    private final EcrClient ecr;

    public EcrCatalog(AwsAccess access) {
        ecr = access.client(EcrClient.builder());
    }

    @Override
    public List<String> repositories() {
        return AwsCall.to(
                "list the ECR repositories",
                () -> ecr.describeRepositoriesPaginator(request -> request.maxResults(1000)).repositories().stream()
                        .map(Repository::repositoryName)
                        .sorted()
                        .toList());
    }

    @Override
    public List<RepositoryImage> images(String repository) {
        return AwsCall.to("list the images of " + repository, () -> {
            try {
                var uri = ecr.describeRepositories(request -> request.repositoryNames(repository))
                        .repositories()
                        .get(0)
                        .repositoryUri();
                return ecr
                        .describeImagesPaginator(
                                request -> request.repositoryName(repository).maxResults(1000))
                        .imageDetails()
                        .stream()
                        .map(image -> image(repository, uri, image))
                        .sorted(Comparator.comparing(RepositoryImage::pushedAt).reversed())
                        .toList();
            } catch (RepositoryNotFoundException e) {
                throw new DeployException("There is no ECR repository " + repository + " in this cloud.", e);
            }
        });
    }

    @Override
    public void close() {
        ecr.close();
    }

    private static RepositoryImage image(String repository, String uri, ImageDetail image) {
        return new RepositoryImage(
                repository,
                uri,
                image.imageDigest(),
                List.copyOf(image.imageTags()),
                Objects.requireNonNullElse(image.imageSizeInBytes(), 0L),
                Objects.requireNonNullElse(image.imagePushedAt(), Instant.EPOCH));
    }
}
