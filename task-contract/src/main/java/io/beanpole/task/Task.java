package io.beanpole.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an end user submitted: one row, one message.
 *
 * @param id a UUIDv7, so ids sort by time of creation
 * @param owner id of the account that may see it
 * @param lane the priority; names queue and worker environment
 * @param input parameters of the kind, see {@code io.beanpole.task.kind}
 * @param progress percent, 0 to 100
 * @param attempts how often a worker claimed it
 * @param cancelRequested its owner asked a running task to stop
 * @param worker the instance that holds or held the lease
 * @param error a sentence for the owner; only when {@link TaskState#FAILED}
 * @param revision grows by one with each change
 * @param generation grows by one each time it has to be sent anew; a message of an older one stands for nothing
 * @param laneSince when it came to its lane; null when that is where it began
 * @param promotedAt when it was put into its lane because it had waited too long; null when it was not
 */
public record Task(
        UUID id,
        String owner,
        String lane,
        String kind,
        JsonNode input,
        TaskState state,
        int progress,
        int attempts,
        boolean cancelRequested,
        @Nullable String worker,
        @Nullable TaskResult result,
        @Nullable String error,
        long revision,
        int generation,
        @Nullable Instant laneSince,
        @Nullable Instant promotedAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
