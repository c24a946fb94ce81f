package io.beanpole.task.kind;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of task; a new kind is a line here with its input, and one handler in the worker tier. */
public enum TaskKind {
    TRIM(
            "clip.trim",
            TrimInput.class,
            "{\"upload\": id, \"mode\": \"fast\" or \"precise\", \"range\": {\"start\": seconds, \"end\": seconds}}"),
    JOIN(
            "clip.join",
            JoinInput.class,
            "{\"upload\": id, \"mode\": \"fast\" or \"precise\", \"ranges\": [{\"start\": seconds, \"end\": seconds}, ...]}"),
    POSTER("clip.poster", PosterInput.class, "{\"upload\": id, \"at\": seconds}"),
    PROBE("probe", ProbeInput.class, "{}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String id;
    private final Class<? extends TaskInput> inputType;
    private final String shape;

    TaskKind(String id, Class<? extends TaskInput> inputType, String shape) {
        this.id = id;
        this.inputType = inputType;
        this.shape = shape;
    }

    /** The name on the wire, e.g. {@code clip.trim}. */
    public String id() {
        return id;
    }

    /**
     * Finds a kind by its name on the wire.
     *
     * @throws InvalidInputException when there is none
     */
    public static TaskKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no kind \"" + id + "\"; the kinds are "
                        + Arrays.stream(values()).map(TaskKind::id).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Reads and checks the input of this kind.
     *
     * @throws InvalidInputException with a sentence for the sender
     */
    public TaskInput read(JsonNode input) {
        try {
            return JSON.treeToValue(input, inputType);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof InvalidInputException invalid) {
                throw invalid;
            }
            throw unreadable(e);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private InvalidInputException unreadable(JacksonException e) {
        String place = e.getPath().stream()
                .map(part -> part.getPropertyName() == null ? "[" + part.getIndex() + "]" : part.getPropertyName())
                .collect(Collectors.joining("."));
        return new InvalidInputException(
                "The input of " + id + " can't be read" + (place.isEmpty() ? "" : " at \"" + place + "\"")
                        + "; it has to be " + shape + ".",
                e);
    }
}
