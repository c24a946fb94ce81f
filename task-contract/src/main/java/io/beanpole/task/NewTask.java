package io.beanpole.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task that is about to be stored.
 *
 * @param idempotencyKey the owner's own key: a second task with it is not stored; null for none
 */
public record NewTask(
        UUID id,
        String owner,
        String lane,
        String kind,
        JsonNode input,
        @Nullable String idempotencyKey) {}
