package io.beanpole.deploy.dockerrun;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Reads and writes a docker-compose.yml; comments get lost, and anchors aren't followed. */
final class DockerrunYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private DockerrunYaml() {}

    static ObjectNode read(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new DockerrunSyntaxException(
                    "This is no YAML at " + DockerrunJson.place(at) + ": "
                            + DockerrunJson.firstSentence(e.getOriginalMessage()) + ".",
                    DockerrunJson.line(at),
                    e);
        }
        throw new DockerrunSyntaxException("A docker-compose.yml is a mapping that has 'services'.", 1, null);
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static Map<String, Integer> lines(String text) {
        return DockerrunJson.lines(MAPPER.createParser(text));
    }
}
