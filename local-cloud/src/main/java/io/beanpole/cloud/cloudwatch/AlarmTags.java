package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/** The operations on tags. Alarms are all that can be tagged here. */
final class AlarmTags {
    private static final int MOST = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Alarms alarms;

    AlarmTags(Alarms alarms) {
        this.alarms = alarms;
    }

    void addTo(AwsService service) {
        service.on(TagResourceRequest.class, this::tag)
                .on(UntagResourceRequest.class, this::untag)
                .on(ListTagsForResourceRequest.class, this::list);
    }

    /** The tags of a request; refuses those that can't be. */
    static Map<String, String> of(List<Tag> tags) {
        Map<String, String> all = new TreeMap<>();
        for (Tag tag : tags) {
            String key = Refusals.required(tag.key(), "Tags.Key");
            String value = tag.value() == null ? "" : tag.value();
            if (key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE || key.startsWith("aws:")) {
                throw Refusals.invalidValue("A tag's key has at most " + LONGEST_KEY + " characters and no prefix aws:,"
                        + " its value at most " + LONGEST_VALUE + ".");
            }
            all.put(key, value);
        }
        return atMost(all);
    }

    private static Map<String, String> atMost(Map<String, String> all) {
        if (all.size() > MOST) {
            throw Refusals.invalidValue("An alarm has at most " + MOST + " tags, not " + all.size() + ".");
        }
        return all;
    }

    private Map<String, String> present(String arn) {
        Refusals.required(arn, "ResourceARN");
        return alarms.called(arn)
                .filter(alarm -> alarm.arn().equals(arn))
                .map(alarm -> alarms.tags(arn))
                .orElseThrow(() -> Refusals.notFound("There is no alarm with the ARN " + arn + " to tag."));
    }

    private TagResourceResponse tag(TagResourceRequest request) {
        Map<String, String> all = present(request.resourceARN());
        all.putAll(of(request.tags()));
        alarms.retag(request.resourceARN(), atMost(all));
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(UntagResourceRequest request) {
        Map<String, String> all = present(request.resourceARN());
        request.tagKeys().forEach(all::remove);
        alarms.retag(request.resourceARN(), all);
        return UntagResourceResponse.builder().build();
    }

    private ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(present(request.resourceARN()).entrySet().stream()
                        .map(each -> Tag.builder()
                                .key(each.getKey())
                                .value(each.getValue())
                                .build())
                        .toList())
                .build();
    }
}
