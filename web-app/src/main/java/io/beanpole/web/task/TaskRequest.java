package io.beanpole.web.task;

import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wants done.
 *
 * @param kind e.g. {@code clip.trim}
 * @param lane e.g. {@code standard}
 * @param input parameters of the kind
 */
record TaskRequest(
        @NotNull String kind, @NotNull String lane, @NotNull JsonNode input) {}
