package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyTagsException;

/** The tags that people give to resources, within AWS's limits (developer guide: tagging application resources) [D]. */
public final class Tags {
    private Tags() {}

    /** The tags of a request by key; refuses those that AWS wouldn't take. */
    public static Map<String, String> of(List<Tag> tags) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String key = Refusals.limited(Refusals.required(tag.key(), "Tags.member.Key"), "Tags.member.Key", 1, 128);
            String value = Refusals.limited(Refusals.orEmpty(tag.value()), "Tags.member.Value", 0, 256);
            String lower = key.toLowerCase(Locale.ROOT);
            if (lower.startsWith("aws:") || lower.startsWith("elasticbeanstalk:")) {
                throw Refusals.invalid("The tag key " + key + " begins with a prefix that is reserved.");
            }
            if (found.put(key, value) != null) {
                throw Refusals.invalid("The tag key " + key + " stands in the request twice.");
            }
        }
        return withinQuota(found);
    }

    static Map<String, String> changed(Map<String, String> known, Map<String, String> added, List<String> removed) {
        Map<String, String> changed = new TreeMap<>(known);
        removed.forEach(key -> {
            if (added.containsKey(key)) {
                throw Refusals.combination("The tag key " + key + " is both to be added and to be removed.");
            }
            changed.remove(key);
        });
        changed.putAll(added);
        return withinQuota(changed);
    }

    static List<Tag> listed(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(each -> Tag.builder()
                                .key(each.getKey())
                                .value(each.getValue())
                                .build())
                        .toList();
    }

    private static Map<String, String> withinQuota(Map<String, String> tags) {
        if (tags.size() > Quotas.TAGS) {
            throw AwsError.of(
                    TooManyTagsException.class,
                    "The number of tags in the resource would exceed the number of tags that each resource can have: "
                            + tags.size() + ", where " + Quotas.TAGS + " are the limit.");
        }
        return tags;
    }
}
