package io.beanpole.task.message;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads task messages; the one place where the format is known. */
public final class TaskMessages {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TaskMessages() {}

    /** Gives the body of the SQS message. */
    public static String write(TaskMessage message) {
        return JSON.writeValueAsString(message);
    }

    /**
     * Reads the body of an SQS message; fields it doesn't know are passed over.
     *
     * @throws UnreadableMessageException when it is not a task message of a version we know
     */
    public static TaskMessage read(byte[] body) {
        @Nullable TaskMessage message;
        try {
            message = JSON.readValue(body, TaskMessage.class);
        } catch (JacksonException e) {
            throw new UnreadableMessageException(
                    "Tried to read a task message, but it is not JSON of that shape: " + e.getOriginalMessage(), e);
        }
        if (message == null || message.version() != TaskMessage.VERSION || message.id() == null) {
            throw new UnreadableMessageException(
                    "Tried to read a task message, but it has no id or is not of version " + TaskMessage.VERSION + ".");
        }
        return message;
    }
}
