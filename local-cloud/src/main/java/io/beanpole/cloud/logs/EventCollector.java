package io.beanpole.cloud.logs;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps the first or the last so many events of all that it is offered, in their order, and knows whether there are more. */
final class EventCollector {
    private final int most;
    private final boolean isFromEnd;
    private final NavigableMap<String, LogEvent> found = new TreeMap<>();

    EventCollector(int most, boolean isFromEnd) {
        this.most = most;
        this.isFromEnd = isFromEnd;
    }

    /** Whether the event would be kept; quick, so that it can be asked before the message is looked at. */
    boolean wants(LogEvent event) {
        if (found.size() <= most) {
            return true;
        }
        return isFromEnd
                ? event.id().compareTo(found.firstKey()) > 0
                : event.id().compareTo(found.lastKey()) < 0;
    }

    void add(LogEvent event) {
        found.put(event.id(), event);
        if (found.size() > most + 1) {
            drop();
        }
    }

    boolean hasMore() {
        return found.size() > most;
    }

    List<LogEvent> events() {
        NavigableMap<String, LogEvent> kept = new TreeMap<>(found);
        if (hasMore()) {
            kept.remove(isFromEnd ? kept.firstKey() : kept.lastKey());
        }
        return List.copyOf(kept.values());
    }

    private void drop() {
        found.remove(isFromEnd ? found.firstKey() : found.lastKey());
    }
}
