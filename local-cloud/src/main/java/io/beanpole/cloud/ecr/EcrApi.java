package io.beanpole.cloud.ecr;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryResponse;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryResponse;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.GetAuthorizationTokenRequest;
import software.amazon.awssdk.services.ecr.model.GetAuthorizationTokenResponse;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.InvalidTagParameterException;
import software.amazon.awssdk.services.ecr.model.PutImageTagMutabilityRequest;
import software.amazon.awssdk.services.ecr.model.PutImageTagMutabilityResponse;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryNotEmptyException;
import software.amazon.awssdk.services.ecr.model.Tag;

/** The operations of ECR that concern repositories; it hands out the whole service. */
public final class EcrApi implements AutoCloseable {
    /** How long AWS lets a token live; here it lives as long as the process. */
    private static final Duration TOKEN_LASTS = Duration.ofHours(12);

    private final ImageRepositories repositories;
    private final ImageStorage storage;
    private final Registry registry;
    private final String token = UUID.randomUUID().toString();
    private final String region;
    private final String account;

    /**
     * Takes up what was kept and starts the registry.
     *
     * @param directory where repositories and images are kept
     * @param port where the registry listens; 0 takes any free one
     */
    public EcrApi(Path directory, int port, String region, String account) {
        this.repositories = new ImageRepositories(
                new StateFile<>(directory.resolve("repositories.json"), ImageRepositories.Kept.class));
        this.storage = new ImageStorage(directory.resolve("images"));
        this.registry = new Registry(directory.resolve("images"), port, repositories, storage, token);
        this.region = region;
        this.account = account;
    }

    /** What images are pushed to and pulled from; as on AWS, a place of its own beside the API. */
    public URI registry() {
        return registry.address();
    }

    /** The service, for the wire. */
    public AwsService service() {
        AwsService service = AwsService.named("ECR")
                .target("AmazonEC2ContainerRegistry_V20150921")
                .on(CreateRepositoryRequest.class, this::create)
                .on(DescribeRepositoriesRequest.class, this::describe)
                .on(DeleteRepositoryRequest.class, this::delete)
                .on(PutImageTagMutabilityRequest.class, this::setMutability)
                .on(GetAuthorizationTokenRequest.class, this::token);
        new ImageApi(repositories, storage, account).addTo(service);
        return service.lacks(CreateRepositoryRequest.class, "Scanning and encryption settings are not kept.")
                .refusesTheRest(
                        EcrClient.class,
                        "push and pull layers through the registry itself; scans, signatures, replication, lifecycle and"
                                + " repository policies are not there.");
    }

    private CreateRepositoryResponse create(CreateRepositoryRequest request) {
        ImageRepository repository = new ImageRepository(
                String.valueOf(request.repositoryName()),
                Instant.now(),
                request.imageTagMutability() == ImageTagMutability.IMMUTABLE,
                tags(request));
        repositories.create(repository);
        return CreateRepositoryResponse.builder().repository(shown(repository)).build();
    }

    private static Map<String, String> tags(CreateRepositoryRequest request) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : request.tags()) {
            if (tag.key() == null || tag.value() == null || tags.put(tag.key(), tag.value()) != null) {
                throw AwsError.of(
                        InvalidTagParameterException.class,
                        "Invalid parameter at 'tags': every tag has a key and a value, and a key comes once.");
            }
        }
        return tags;
    }

    private DescribeRepositoriesResponse describe(DescribeRepositoriesRequest request) {
        List<ImageRepository> found = request.repositoryNames().isEmpty()
                ? repositories.all()
                : request.repositoryNames().stream().map(repositories::get).toList();
        Page<ImageRepository> page = Page.of(found, ImageRepository::name, request.maxResults(), request.nextToken());
        return DescribeRepositoriesResponse.builder()
                .repositories(page.items().stream().map(this::shown).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private DeleteRepositoryResponse delete(DeleteRepositoryRequest request) {
        ImageRepository repository = repositories.get(request.repositoryName());
        if (!Boolean.TRUE.equals(request.force())
                && !storage.images(repository.name()).isEmpty()) {
            throw AwsError.of(
                    RepositoryNotEmptyException.class,
                    "The repository with name '" + repository.name()
                            + "' cannot be deleted because it still contains images");
        }
        repositories.delete(repository.name());
        storage.deleteRepository(repository.name());
        return DeleteRepositoryResponse.builder().repository(shown(repository)).build();
    }

    private PutImageTagMutabilityResponse setMutability(PutImageTagMutabilityRequest request) {
        ImageRepository repository = repositories
                .get(request.repositoryName())
                .withImmutable(request.imageTagMutability() == ImageTagMutability.IMMUTABLE);
        repositories.replace(repository);
        return PutImageTagMutabilityResponse.builder()
                .registryId(account)
                .repositoryName(repository.name())
                .imageTagMutability(request.imageTagMutability())
                .build();
    }

    private GetAuthorizationTokenResponse token(GetAuthorizationTokenRequest request) {
        String user = Base64.getEncoder().encodeToString(("AWS:" + token).getBytes(StandardCharsets.UTF_8));
        return GetAuthorizationTokenResponse.builder()
                .authorizationData(AuthorizationData.builder()
                        .authorizationToken(user)
                        .expiresAt(Instant.now().plus(TOKEN_LASTS))
                        .proxyEndpoint(registry().toString())
                        .build())
                .build();
    }

    private Repository shown(ImageRepository repository) {
        return Repository.builder()
                .repositoryArn("arn:aws:ecr:" + region + ":" + account + ":repository/" + repository.name())
                .registryId(account)
                .repositoryName(repository.name())
                .repositoryUri(registry().getAuthority() + "/" + repository.name())
                .createdAt(repository.createdAt())
                .imageTagMutability(repository.immutable() ? ImageTagMutability.IMMUTABLE : ImageTagMutability.MUTABLE)
                .build();
    }

    @Override
    public void close() {
        registry.close();
    }
}
