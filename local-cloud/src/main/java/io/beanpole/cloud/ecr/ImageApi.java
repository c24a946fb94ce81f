package io.beanpole.cloud.ecr;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageResponse;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageFailure;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.ListImagesRequest;
import software.amazon.awssdk.services.ecr.model.ListImagesResponse;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** The operations of ECR that concern images. */
final class ImageApi {
    private final ImageRepositories repositories;
    private final ImageStorage storage;
    private final String account;

    ImageApi(ImageRepositories repositories, ImageStorage storage, String account) {
        this.repositories = repositories;
        this.storage = storage;
        this.account = account;
    }

    void addTo(AwsService service) {
        service.on(DescribeImagesRequest.class, this::describe)
                .on(ListImagesRequest.class, this::list)
                .on(BatchGetImageRequest.class, this::get)
                .on(BatchDeleteImageRequest.class, this::delete);
    }

    private DescribeImagesResponse describe(DescribeImagesRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        List<StoredImage> found = request.imageIds().isEmpty()
                ? storage.images(repository)
                : request.imageIds().stream()
                        .map(id -> find(repository, id).orElseThrow(() -> missing(repository, id)))
                        .toList();
        TagStatus wanted =
                request.filter() == null ? TagStatus.ANY : request.filter().tagStatus();
        Page<StoredImage> page = Page.of(
                found.stream().filter(image -> is(image, wanted)).toList(),
                StoredImage::digest,
                request.maxResults(),
                request.nextToken());
        return DescribeImagesResponse.builder()
                .imageDetails(page.items().stream()
                        .map(image -> detail(repository, image))
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private ImageDetail detail(String repository, StoredImage image) {
        return ImageDetail.builder()
                .registryId(account)
                .repositoryName(repository)
                .imageDigest(image.digest())
                .imageTags(image.tags().isEmpty() ? null : image.tags())
                .imageSizeInBytes(image.size())
                .imagePushedAt(image.pushedAt())
                .imageManifestMediaType(image.mediaType())
                .build();
    }

    private ListImagesResponse list(ListImagesRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        TagStatus wanted =
                request.filter() == null ? TagStatus.ANY : request.filter().tagStatus();
        List<ImageIdentifier> ids = storage.images(repository).stream()
                .filter(image -> is(image, wanted))
                .flatMap(ImageApi::identifiers)
                .toList();
        Page<ImageIdentifier> page = Page.of(ids, ImageIdentifier::toString, request.maxResults(), request.nextToken());
        return ListImagesResponse.builder()
                .imageIds(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static Stream<ImageIdentifier> identifiers(StoredImage image) {
        ImageIdentifier byDigest =
                ImageIdentifier.builder().imageDigest(image.digest()).build();
        return image.tags().isEmpty()
                ? Stream.of(byDigest)
                : image.tags().stream()
                        .map(tag -> byDigest.toBuilder().imageTag(tag).build());
    }

    private static boolean is(StoredImage image, @Nullable TagStatus wanted) {
        return wanted == null
                || wanted == TagStatus.ANY
                || (wanted == TagStatus.TAGGED) != image.tags().isEmpty();
    }

    private BatchGetImageResponse get(BatchGetImageRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        Map<ImageIdentifier, StoredImage> found = new LinkedHashMap<>();
        List<ImageFailure> failures = new ArrayList<>();
        for (ImageIdentifier id : request.imageIds()) {
            find(repository, id).ifPresentOrElse(image -> found.put(id, image), () -> failures.add(failure(id)));
        }
        return BatchGetImageResponse.builder()
                .images(found.entrySet().stream()
                        .map(one -> Image.builder()
                                .registryId(account)
                                .repositoryName(repository)
                                .imageId(one.getKey().toBuilder()
                                        .imageDigest(one.getValue().digest())
                                        .build())
                                .imageManifest(one.getValue().manifest())
                                .imageManifestMediaType(one.getValue().mediaType())
                                .build())
                        .toList())
                .failures(failures)
                .build();
    }

    private BatchDeleteImageResponse delete(BatchDeleteImageRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        List<ImageIdentifier> deleted = new ArrayList<>();
        List<ImageFailure> failures = new ArrayList<>();
        for (ImageIdentifier id : request.imageIds()) {
            find(repository, id)
                    .ifPresentOrElse(
                            image -> deleted.add(delete(repository, id, image)), () -> failures.add(failure(id)));
        }
        return BatchDeleteImageResponse.builder()
                .imageIds(deleted)
                .failures(failures)
                .build();
    }

    /** A tag takes only itself away, unless it was the last one; a digest takes the image away. */
    private ImageIdentifier delete(String repository, ImageIdentifier id, StoredImage image) {
        if (id.imageTag() != null && image.tags().size() > 1) {
            storage.deleteTag(repository, id.imageTag());
        } else {
            storage.deleteImage(repository, image.digest());
        }
        return id.toBuilder().imageDigest(image.digest()).build();
    }

    private Optional<StoredImage> find(String repository, ImageIdentifier id) {
        String digest = id.imageDigest() != null
                ? id.imageDigest()
                : storage.tags(repository).getOrDefault(String.valueOf(id.imageTag()), "");
        return storage.image(repository, digest)
                .filter(image -> id.imageTag() == null || image.tags().contains(id.imageTag()));
    }

    private static ImageFailure failure(ImageIdentifier id) {
        return ImageFailure.builder()
                .imageId(id)
                .failureCode(ImageFailureCode.IMAGE_NOT_FOUND)
                .failureReason("Requested image not found")
                .build();
    }

    private static AwsError missing(String repository, ImageIdentifier id) {
        return AwsError.of(
                ImageNotFoundException.class,
                "The image with imageId {imageDigest:'" + id.imageDigest() + "', imageTag:'" + id.imageTag()
                        + "'} does not exist within the repository with name '" + repository + "'");
    }
}
