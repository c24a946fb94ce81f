package io.beanpole.cloud.logs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the groups beside their events.
 *
 * @param nextStream the number of the next stream
 */
record KeptGroups(long nextStream, List<KeptGroup> groups) {
    /** A group. */
    record KeptGroup(
            String name,
            long created,
            String logClass,
            @Nullable Integer retention,
            Map<String, String> tags,
            List<KeptStream> streams) {}

    /** A stream. */
    record KeptStream(String name, long number, long created) {}

    static KeptGroups none() {
        return new KeptGroups(1, List.of());
    }

    static KeptGroup of(LogGroup group) {
        return new KeptGroup(
                group.name(),
                group.created(),
                group.logClass(),
                group.retention(),
                group.tags(),
                group.streams().stream()
                        .map(stream -> new KeptStream(stream.name(), stream.number(), stream.created()))
                        .toList());
    }
}
