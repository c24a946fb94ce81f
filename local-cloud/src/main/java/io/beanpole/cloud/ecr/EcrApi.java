package io.beanpole.cloud.ecr;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.cloud.wire.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import software.amazon.awssdk.services.ecr.model.PutImageTagMutabilityRequest;
import software.amazon.awssdk.services.ecr.model.PutImageTagMutabilityResponse;
import software.amazon.awssdk.services.ecr.model.RepositoryNotEmptyException;

/** The operations on repositories; those on images are {@link ImageApi}'s. */
final class EcrApi {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final Ecr.Address address;
    private final Repositories repositories;
    private final ImageStore images;

    EcrApi(Ecr.Address address, Repositories repositories, ImageStore images) {
        this.address = address;
        this.repositories = repositories;
        this.images = images;
    }

    AwsService service() {
        AwsService service = AwsService.named("ECR")
                .target("AmazonEC2ContainerRegistry_V20150921")
                .on(CreateRepositoryRequest.class, this::create)
                .on(DescribeRepositoriesRequest.class, this::describe)
                .on(DeleteRepositoryRequest.class, this::delete)
                .on(PutImageTagMutabilityRequest.class, this::mutability)
                .on(GetAuthorizationTokenRequest.class, this::token);
        return new ImageApi(address.account(), repositories, images).addTo(service);
    }

    private CreateRepositoryResponse create(CreateRepositoryRequest request) {
        Repository repository = new Repository(
                String.valueOf(request.repositoryName()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                request.imageTagMutability() == ImageTagMutability.IMMUTABLE);
        repositories.add(repository);
        return CreateRepositoryResponse.builder()
                .repository(described(repository))
                .build();
    }

    private DescribeRepositoriesResponse describe(DescribeRepositoriesRequest request) {
        List<Repository> wanted = new ArrayList<>();
        if (request.hasRepositoryNames()) {
            request.repositoryNames().forEach(name -> wanted.add(repositories.get(name)));
        } else {
            wanted.addAll(repositories.all());
        }
        Page<Repository> page = Page.of(wanted, request.nextToken(), request.maxResults(), 100);
        return DescribeRepositoriesResponse.builder()
                .repositories(page.items().stream().map(this::described).toList())
                .nextToken(page.next())
                .build();
    }

    private DeleteRepositoryResponse delete(DeleteRepositoryRequest request) {
        Repository repository = repositories.get(request.repositoryName());
        boolean empty = images.images(repository.name()).isEmpty();
        if (!empty && !Boolean.TRUE.equals(request.force())) {
            throw io.beanpole.cloud.wire.AwsError.of(
                    RepositoryNotEmptyException.class,
                    "The repository with name '" + repository.name() + "' in registry with id '" + address.account()
                            + "' cannot be deleted because it still contains images");
        }
        repositories.remove(repository);
        images.deleteRepository(repository.name());
        return DeleteRepositoryResponse.builder()
                .repository(described(repository))
                .build();
    }

    private PutImageTagMutabilityResponse mutability(PutImageTagMutabilityRequest request) {
        Repository repository = repositories.get(request.repositoryName());
        boolean immutable = request.imageTagMutability() == ImageTagMutability.IMMUTABLE;
        repositories.change(repository.name(), each -> each.withImmutable(immutable));
        return PutImageTagMutabilityResponse.builder()
                .registryId(address.account())
                .repositoryName(repository.name())
                .imageTagMutability(request.imageTagMutability())
                .build();
    }

    private GetAuthorizationTokenResponse token(GetAuthorizationTokenRequest request) {
        return GetAuthorizationTokenResponse.builder()
                .authorizationData(AuthorizationData.builder()
                        .authorizationToken(Registry.token(address.password()))
                        .expiresAt(Instant.now().plus(TOKEN_LIFE))
                        .proxyEndpoint(address.endpoint().toString())
                        .build())
                .build();
    }

    private software.amazon.awssdk.services.ecr.model.Repository described(Repository repository) {
        return software.amazon.awssdk.services.ecr.model.Repository.builder()
                .registryId(address.account())
                .repositoryName(repository.name())
                .repositoryArn(
                        "arn:aws:ecr:" + address.region() + ":" + address.account() + ":repository/" + repository.name())
                .repositoryUri(address.endpoint().getAuthority() + "/" + repository.name())
                .createdAt(repository.createdAt())
                .imageTagMutability(
                        repository.immutable() ? ImageTagMutability.IMMUTABLE : ImageTagMutability.MUTABLE)
                .build();
    }
}
