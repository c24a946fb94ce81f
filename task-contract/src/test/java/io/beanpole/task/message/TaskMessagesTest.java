package io.beanpole.task.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMessagesTest {
    private static final TaskMessage MESSAGE = new TaskMessage(
            TaskMessage.VERSION, UUID.fromString("0199e2b0-7c00-7000-8000-000000000001"), "clip.trim", "express", null);

    private static final TaskMessage COUNTED =
            TaskMessage.of(UUID.fromString("0199e2b0-7c00-7000-8000-000000000001"), "clip.trim", "express", 2);

    @Test
    void theFormatOnTheQueueIsTheGoldenFile() throws IOException {
        assertThat(TaskMessages.write(MESSAGE)).isEqualTo(new String(golden("message-v1"), UTF_8));
        assertThat(TaskMessages.write(COUNTED)).isEqualTo(new String(golden("message-v1-generation"), UTF_8));
    }

    @Test
    void theGoldenFilesAreReadThatOfBeforeGenerationsWereCountedToo() throws IOException {
        assertThat(TaskMessages.read(golden("message-v1"))).isEqualTo(MESSAGE);
        assertThat(TaskMessages.read(golden("message-v1-generation"))).isEqualTo(COUNTED);
    }

    @Test
    void fieldsOfLaterWritersArePassedOver() {
        String later = TaskMessages.write(MESSAGE).replace("}", ",\"priority\":{\"high\":true}}");

        assertThat(TaskMessages.read(later.getBytes(UTF_8))).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "42",
                "{}",
                "{\"version\":1}",
                "{\"version\":1,\"id\":\"not-an-id\"}",
                "{\"version\":2,\"id\":\"0199e2b0-7c00-7000-8000-000000000001\",\"kind\":\"clip.trim\"}",
                "{\"id\":\"0199e2b0-7c00-7000-8000-000000000001\",\"kind\":\"clip.trim\",\"lane\":\"express\"}",
                "{\"Records\":[{\"eventSource\":\"aws:s3\"}]}",
                "\u0000\u0001\u0002"
            })
    void aMessageThatIsNotOursIsRefusedInASentence(String body) {
        assertThatThrownBy(() -> TaskMessages.read(body.getBytes(UTF_8)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageStartingWith("Tried to read a task message, but ");
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = TaskMessagesTest.class.getResourceAsStream("/" + name + ".json")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
