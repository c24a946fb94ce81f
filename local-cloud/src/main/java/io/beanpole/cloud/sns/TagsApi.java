package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagLimitExceededException;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;

/** The operations of SNS that concern the tags of topics. */
final class TagsApi {
    private static final int MOST = 50;

    private final Topics topics;

    TagsApi(Topics topics) {
        this.topics = topics;
    }

    void addTo(AwsService service) {
        service.on(ListTagsForResourceRequest.class, this::list)
                .on(TagResourceRequest.class, this::tag)
                .on(UntagResourceRequest.class, this::untag);
    }

    /** Tags as they were asked for; a key that comes twice is refused, as are more than fifty. */
    static Map<String, String> read(List<Tag> tags) {
        Map<String, String> read = new TreeMap<>();
        for (Tag tag : tags) {
            String value = tag.value() == null ? "" : tag.value();
            if (read.put(Topics.given(tag.key(), "Tags: Key"), value) != null) {
                throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Duplicate keys not allowed.");
            }
        }
        return limited(read);
    }

    private static Map<String, String> limited(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw AwsError.of(
                    TagLimitExceededException.class, "Could not complete request: tag quota of per resource exceeded");
        }
        return tags;
    }

    private ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(topics.topic(request.resourceArn()).tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private TagResourceResponse tag(TagResourceRequest request) {
        Map<String, String> added = read(request.tags());
        topics.change(request.resourceArn(), topic -> {
            Map<String, String> tags = new TreeMap<>(topic.tags());
            tags.putAll(added);
            return new Topic(topic.arn(), topic.attributes(), limited(tags));
        });
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(UntagResourceRequest request) {
        topics.change(request.resourceArn(), topic -> {
            Map<String, String> tags = new TreeMap<>(topic.tags());
            request.tagKeys().forEach(tags::remove);
            return new Topic(topic.arn(), topic.attributes(), tags);
        });
        return UntagResourceResponse.builder().build();
    }
}
