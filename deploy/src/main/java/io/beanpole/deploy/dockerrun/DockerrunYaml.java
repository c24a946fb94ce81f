package io.beanpole.deploy.dockerrun;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Reads and writes a docker-compose.yml; comments get lost, and anchors aren't followed. */
final class DockerrunYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(
                    YAMLFactory.builder().stringQuotingChecker(new Quotes()).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private DockerrunYaml() {}

    /** Some readers take 22:22 for a number to the base of 60, so ports are quoted as Docker's pages ask for. */
    private static final class Quotes extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return value.matches("[\\d.:]+") || super.needToQuoteValue(value);
        }
    }

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
