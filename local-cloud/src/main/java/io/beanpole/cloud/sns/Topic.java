package io.beanpole.cloud.sns;

import java.util.Map;

/** A topic: publishers name it, subscribers hang on it. */
record Topic(String arn, Map<String, String> attributes, Map<String, String> tags) {
    Topic {
        attributes = Map.copyOf(attributes);
        tags = Map.copyOf(tags);
    }
}
