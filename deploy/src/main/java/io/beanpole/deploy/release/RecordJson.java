package io.beanpole.deploy.release;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as it is stored: times as ISO 8601 in UTC, durations as ISO 8601; a field more is no matter, one less is. */
final class RecordJson {
    /** What the first releases didn't write. */
    private static final List<String> LATER = List.of("commit", "releaseId");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private RecordJson() {}

    static byte[] write(DeploymentRecord deployment) {
        return JSON.writeValueAsBytes(deployment);
    }

    static DeploymentRecord read(byte[] json) {
        var record = JSON.readTree(json);
        if (record instanceof ObjectNode fields) {
            LATER.stream().filter(name -> !fields.has(name)).forEach(name -> fields.put(name, ""));
        }
        return JSON.treeToValue(record, DeploymentRecord.class);
    }
}
