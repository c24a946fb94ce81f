package io.beanpole.cloud.ecr;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.cloud.wire.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageResponse;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageFailure;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.ListImagesRequest;
import software.amazon.awssdk.services.ecr.model.ListImagesResponse;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** The operations on images, answered from what the registry holds. */
final class ImageApi {
    private final String account;
    private final Repositories repositories;
    private final ImageStore store;

    ImageApi(String account, Repositories repositories, ImageStore store) {
        this.account = account;
        this.repositories = repositories;
        this.store = store;
    }

    AwsService addTo(AwsService service) {
        return service.on(DescribeImagesRequest.class, this::describe)
                .on(ListImagesRequest.class, this::list)
                .on(BatchGetImageRequest.class, this::batchGet)
                .on(BatchDeleteImageRequest.class, this::batchDelete);
    }

    private DescribeImagesResponse describe(DescribeImagesRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        List<Image> wanted = new ArrayList<>();
        List<Image> images = store.images(repository);
        if (request.hasImageIds()) {
            for (ImageIdentifier id : request.imageIds()) {
                wanted.add(find(images, id).orElseThrow(() -> missing(repository, id)));
            }
        } else {
            TagStatus status = request.filter() == null ? null : request.filter().tagStatus();
            images.stream().filter(image -> has(image, status)).forEach(wanted::add);
        }
        Page<Image> page = Page.of(wanted, request.nextToken(), request.maxResults(), 100);
        return DescribeImagesResponse.builder()
                .imageDetails(page.items().stream()
                        .map(image -> detail(repository, image))
                        .toList())
                .nextToken(page.next())
                .build();
    }

    private ListImagesResponse list(ListImagesRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        TagStatus status = request.filter() == null ? null : request.filter().tagStatus();
        List<ImageIdentifier> ids = new ArrayList<>();
        for (Image image : store.images(repository)) {
            if (has(image, status)) {
                image.tags().forEach(tag -> ids.add(image.identifier(tag)));
                if (image.tags().isEmpty()) {
                    ids.add(image.identifier(null));
                }
            }
        }
        Page<ImageIdentifier> page = Page.of(ids, request.nextToken(), request.maxResults(), 100);
        return ListImagesResponse.builder()
                .imageIds(page.items())
                .nextToken(page.next())
                .build();
    }

    private BatchGetImageResponse batchGet(BatchGetImageRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        List<Image> images = store.images(repository);
        List<software.amazon.awssdk.services.ecr.model.Image> found = new ArrayList<>();
        List<ImageFailure> failures = new ArrayList<>();
        for (ImageIdentifier id : request.imageIds()) {
            find(images, id)
                    .ifPresentOrElse(
                            image -> found.add(software.amazon.awssdk.services.ecr.model.Image.builder()
                                    .registryId(account)
                                    .repositoryName(repository)
                                    .imageId(image.identifier(id.imageTag()))
                                    .imageManifest(image.manifest().text())
                                    .imageManifestMediaType(image.manifest().mediaType())
                                    .build()),
                            () -> failures.add(failure(id)));
        }
        return BatchGetImageResponse.builder().images(found).failures(failures).build();
    }

    /** A tag alone goes; a digest goes with all its tags; so does the image whose last tag goes. */
    private BatchDeleteImageResponse batchDelete(BatchDeleteImageRequest request) {
        String repository = repositories.get(request.repositoryName()).name();
        List<ImageIdentifier> deleted = new ArrayList<>();
        List<ImageFailure> failures = new ArrayList<>();
        for (ImageIdentifier id : request.imageIds()) {
            Optional<Image> found = find(store.images(repository), id);
            if (found.isEmpty()) {
                failures.add(failure(id));
                continue;
            }
            Image image = found.get();
            deleted.add(image.identifier(id.imageTag()));
            if (id.imageDigest() == null && image.tags().size() > 1) {
                store.deleteTag(repository, id.imageTag());
            } else {
                store.deleteImage(repository, image);
            }
        }
        return BatchDeleteImageResponse.builder()
                .imageIds(deleted)
                .failures(failures)
                .build();
    }

    private static Optional<Image> find(List<Image> images, ImageIdentifier id) {
        if (id.imageDigest() == null && id.imageTag() == null) {
            throw AwsError.of(
                    InvalidParameterException.class, "An image identifier needs an imageDigest or an imageTag.");
        }
        return images.stream().filter(image -> image.is(id)).findFirst();
    }

    private static boolean has(Image image, @Nullable TagStatus status) {
        return status == null || status == TagStatus.ANY || (status == TagStatus.TAGGED) != image.tags().isEmpty();
    }

    private AwsError missing(String repository, ImageIdentifier id) {
        return AwsError.of(
                ImageNotFoundException.class,
                "The image with imageId {imageDigest:'" + id.imageDigest() + "', imageTag:'" + id.imageTag()
                        + "'} does not exist within the repository with name '" + repository
                        + "' in the registry with id '" + account + "'");
    }

    private static ImageFailure failure(ImageIdentifier id) {
        return ImageFailure.builder()
                .imageId(id)
                .failureCode(ImageFailureCode.IMAGE_NOT_FOUND)
                .failureReason("Requested image not found")
                .build();
    }

    private ImageDetail detail(String repository, Image image) {
        return ImageDetail.builder()
                .registryId(account)
                .repositoryName(repository)
                .imageDigest(image.digest())
                .imageTags(image.tags().isEmpty() ? null : image.tags())
                .imageSizeInBytes(image.manifest().size())
                .imagePushedAt(image.pushedAt())
                .imageManifestMediaType(image.manifest().mediaType())
                .artifactMediaType(image.manifest().artifactMediaType())
                .build();
    }
}
