package io.beanpole.cloud.logs;

/**
 * A stream of a group.
 *
 * @param number unlike that of any other stream, also of those that were deleted
 * @param created in milliseconds since 1970
 */
record LogStream(String name, long number, long created, EventFile events) {
    /** Gives each event that is not older than {@code oldest}. */
    void read(long oldest, Receiver receiver) {
        if (events.extent().isEmpty() || events.extent().last() < oldest) {
            return;
        }
        events.read(line -> {
            if (line.timestamp() >= oldest) {
                String id = LogEvent.id(line.timestamp(), number, line.number());
                receiver.event(new LogEvent(id, name, line.timestamp(), line.ingestion(), line.message()));
            }
        });
    }

    /** Called with each event. */
    interface Receiver {
        void event(LogEvent event);
    }
}
