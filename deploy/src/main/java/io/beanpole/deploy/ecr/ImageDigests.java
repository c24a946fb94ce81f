package io.beanpole.deploy.ecr;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecr.EcrClient;

/** Which digests the repositories of an account still have; each repository is read once. */
public final class ImageDigests implements AutoCloseable {
    private static final int PAGE = 1000;

    private final EcrClient ecr;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Set<String>> digests = new HashMap<>();

    /** The digests of the cloud that is reached so. */
    public ImageDigests(AwsAccess access) {
        ecr = access.client(EcrClient.builder());
    }

    /**
     * The digests of a repository, with or without a tag.
     *
     * @param uri registry and repository, as an image's name begins
     * @return empty for a repository that isn't this account's, or is gone
     */
    public synchronized Optional<Set<String>> of(String uri) {
        if (names.isEmpty()) {
            AwsCall.to(
                            "list the ECR repositories",
                            () ->
                                    ecr
                                            .describeRepositoriesPaginator(request -> request.maxResults(PAGE))
                                            .repositories()
                                            .stream()
                                            .toList())
                    .forEach(repository -> names.put(repository.repositoryUri(), repository.repositoryName()));
        }
        return Optional.ofNullable(names.get(uri)).map(name -> digests.computeIfAbsent(name, this::read));
    }

    @Override
    public void close() {
        ecr.close();
    }

    private Set<String> read(String repository) {
        var found = new HashSet<String>();
        AwsCall.to(
                        "list the images of " + repository,
                        () -> ecr
                                .describeImagesPaginator(request ->
                                        request.repositoryName(repository).maxResults(PAGE))
                                .imageDetails()
                                .stream()
                                .toList())
                .forEach(image -> found.add(image.imageDigest()));
        return found;
    }
}
