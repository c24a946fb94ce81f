package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ResourceNotFoundException;
import software.amazon.awssdk.services.elasticbeanstalk.model.ResourceTypeNotSupportedException;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateTagsForResourceRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateTagsForResourceResponse;

/** The tags of applications, versions, saved configurations and environments. */
final class TagsApi {
    private final CatalogParts parts;

    TagsApi(CatalogParts parts) {
        this.parts = parts;
    }

    void register(AwsService service) {
        service.on(ListTagsForResourceRequest.class, this::list).on(UpdateTagsForResourceRequest.class, this::update);
    }

    private ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
        String arn = existing(request.resourceArn());
        return ListTagsForResourceResponse.builder()
                .resourceArn(arn)
                .resourceTags(Tags.listed(parts.catalog().tags(arn)))
                .build();
    }

    private synchronized UpdateTagsForResourceResponse update(UpdateTagsForResourceRequest request) {
        String arn = existing(request.resourceArn());
        if (request.tagsToAdd().isEmpty() && request.tagsToRemove().isEmpty()) {
            throw Refusals.combination("Either TagsToAdd or TagsToRemove must be specified.");
        }
        parts.catalog()
                .putTags(
                        arn,
                        Tags.changed(parts.catalog().tags(arn), Tags.of(request.tagsToAdd()), request.tagsToRemove()));
        return UpdateTagsForResourceResponse.builder().build();
    }

    private String existing(@Nullable String given) {
        String arn = Refusals.required(given, "ResourceArn");
        String prefix = parts.surroundings().arn("");
        if (!arn.startsWith(prefix)) {
            throw notFound(arn);
        }
        String[] names = arn.substring(prefix.length()).split("/", 3);
        String application = names.length > 1 ? names[1] : "";
        String name = names.length > 2 ? names[2] : "";
        boolean isThere = switch (names[0]) {
            case "application" -> parts.catalog().application(application).isPresent();
            case "applicationversion" ->
                parts.catalog().version(application, name).isPresent();
            case "configurationtemplate" ->
                parts.catalog().template(application, name).isPresent();
            case "environment" ->
                parts.environments()
                        .existing()
                        .anyMatch(each -> each.application().equals(application)
                                && each.name().equals(name));
            default ->
                throw AwsError.of(
                        ResourceTypeNotSupportedException.class,
                        "The type of the resource " + arn + " is not supported for this operation.");
        };
        if (!isThere) {
            throw notFound(arn);
        }
        return arn;
    }

    private static AwsError notFound(String arn) {
        return AwsError.of(ResourceNotFoundException.class, "Resource not found for arn '" + arn + "'.");
    }
}
