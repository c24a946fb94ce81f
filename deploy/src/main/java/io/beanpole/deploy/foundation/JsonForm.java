package io.beanpole.deploy.foundation;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a record is written as JSON and read again.
 *
 * @param <T> the record
 */
public interface JsonForm<T> {
    /** The record as JSON. */
    byte[] write(T value);

    /** The record again; Jackson's own exception says what is wrong with the JSON. */
    T read(byte[] json);

    /** Every component has to be there; a field more is no matter. Times and durations are ISO 8601. */
    static <T> JsonForm<T> complete(Class<T> type) {
        var mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        return new JsonForm<>() {
            @Override
            public byte[] write(T value) {
                return mapper.writeValueAsBytes(value);
            }

            @Override
            public T read(byte[] json) {
                return mapper.readValue(json, type);
            }
        };
    }
}
