package io.beanpole.deploy.ecr;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;

/** Which digests the repositories of an account still have; each repository is read once. */
public final class ImageDigests implements AutoCloseable {
    private static final int PAGE = 1000;

    private final EcrClient ecr;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Set<String>> digests = new HashMap<>();
    private @Nullable String registry;

    /** The digests of the cloud that is reached so. */
    public ImageDigests(AwsAccess access) {
        ecr = access.client(EcrClient.builder());
    }

    /**
     * The digests of a repository, with or without a tag.
     *
     * @param uri registry and repository, as an image's name begins
     * @return empty for another registry than that of this account and region; nothing in it for a repository that is gone
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
        var name = names.get(uri);
        if (name != null) {
            return Optional.of(digests.computeIfAbsent(name, this::read));
        }
        return uri.startsWith(registry() + "/") ? Optional.of(Set.of()) : Optional.empty();
    }

    @Override
    public void close() {
        ecr.close();
    }

    /** The registry that we sign in to. */
    private String registry() {
        if (registry == null) {
            var endpoint = AwsCall.to("find the registry of ECR", () -> ecr.getAuthorizationToken())
                    .authorizationData()
                    .get(0)
                    .proxyEndpoint();
            registry = URI.create(endpoint).getAuthority();
        }
        return registry;
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
