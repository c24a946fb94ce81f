package io.beanpole.deploy.plan.cloud;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.plan.RepositoryFact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** Which tags of ECR stand for which digests. */
final class ImageFacts implements AutoCloseable {
    private static final int PAGE = 1000;

    private final EcrClient ecr;
    private final CountedCalls calls;
    private final Map<String, String> uris = new LinkedHashMap<>();
    private Optional<String> account = Optional.empty();

    ImageFacts(AwsAccess access, CountedCalls calls) {
        this.ecr = access.client(EcrClient.builder());
        this.calls = calls;
    }

    /** URI by name, asked for once. */
    Map<String, String> repositories() {
        if (uris.isEmpty()) {
            calls.pages(
                            "list the ECR repositories",
                            token -> ecr.describeRepositories(
                                    request -> request.maxResults(PAGE).nextToken(token)),
                            DescribeRepositoriesResponse::nextToken)
                    .forEach(answer -> answer.repositories().forEach(repository -> {
                        uris.put(repository.repositoryName(), repository.repositoryUri());
                        account = Optional.ofNullable(repository.registryId());
                    }));
        }
        return uris;
    }

    Optional<String> account() {
        return account;
    }

    RepositoryFact repository(String name) {
        var uri = repositories().get(name);
        if (uri == null) {
            throw new DeployException("There is no ECR repository " + name + " in this cloud.");
        }
        var digests = new LinkedHashMap<String, String>();
        calls.pages(
                        "list the images of " + name,
                        token -> ecr.describeImages(request -> request.repositoryName(name)
                                .filter(filter -> filter.tagStatus(TagStatus.TAGGED))
                                .maxResults(PAGE)
                                .nextToken(token)),
                        DescribeImagesResponse::nextToken)
                .forEach(answer -> answer.imageDetails()
                        .forEach(image -> image.imageTags().forEach(tag -> digests.put(tag, image.imageDigest()))));
        return new RepositoryFact(name, uri, digests);
    }

    @Override
    public void close() {
        ecr.close();
    }
}
