package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.CreateOrUpdateTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateOrUpdateTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.DeleteTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** The operations on the tags of groups. */
final class TagsApi {
    private static final int MOST = 50;
    private static final List<String> FILTERS = List.of("auto-scaling-group", "key", "value", "propagate-at-launch");

    private final Groups groups;

    TagsApi(Groups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(CreateOrUpdateTagsRequest.class, this::put)
                .lacks(CreateOrUpdateTagsRequest.class, "instances bear no tags, so PropagateAtLaunch is always true")
                .on(DeleteTagsRequest.class, this::delete)
                .on(DescribeTagsRequest.class, this::describe);
    }

    private CreateOrUpdateTagsResponse put(CreateOrUpdateTagsRequest request) {
        for (Tag tag : request.tags()) {
            String key = Refusals.required(tag.key(), "tags.key");
            if (key.startsWith("aws:")) {
                throw Refusals.invalid("Tag keys that begin with aws: are AWS's own: " + key + ".");
            }
            change(tag, tags -> tags.put(key, tag.value() == null ? "" : tag.value()));
        }
        return CreateOrUpdateTagsResponse.builder().build();
    }

    private DeleteTagsResponse delete(DeleteTagsRequest request) {
        for (Tag tag : request.tags()) {
            String key = Refusals.required(tag.key(), "tags.key");
            change(tag, tags -> tags.remove(key));
        }
        return DeleteTagsResponse.builder().build();
    }

    private void change(Tag tag, java.util.function.Consumer<Map<String, String>> change) {
        groups.change(Refusals.required(tag.resourceId(), "tags.resourceId"), group -> {
            Map<String, String> tags = new TreeMap<>(group.record().tags());
            change.accept(tags);
            if (tags.size() > MOST) {
                throw Refusals.invalid("A group has at most " + MOST + " tags.");
            }
            group.become(group.record().withTags(tags));
        });
    }

    private DescribeTagsResponse describe(DescribeTagsRequest request) {
        for (Filter filter : request.filters()) {
            if (!FILTERS.contains(filter.name())) {
                throw Refusals.invalid("Filter type " + filter.name() + " is not correct. Allowed Filter types are: "
                        + String.join(", ", FILTERS) + ".");
            }
        }
        List<TagDescription> found = groups.read(all -> all.all().stream()
                .flatMap(each -> GroupViews.tags(each.record()).stream())
                .filter(each -> request.filters().stream().allMatch(filter -> matches(filter, each)))
                .toList());
        Page<TagDescription> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeTagsResponse.builder()
                .tags(page.items())
                .nextToken(page.token())
                .build();
    }

    private static boolean matches(Filter filter, TagDescription tag) {
        @Nullable
        String value = switch (filter.name()) {
            case "auto-scaling-group" -> tag.resourceId();
            case "key" -> tag.key();
            case "value" -> tag.value();
            default -> String.valueOf(tag.propagateAtLaunch());
        };
        return filter.values().contains(value);
    }
}
