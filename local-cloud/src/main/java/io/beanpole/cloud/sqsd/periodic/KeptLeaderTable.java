package io.beanpole.cloud.sqsd.periodic;

import io.beanpole.cloud.StateFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of one environment, in this process; what was scheduled last outlives it in a file. */
public final class KeptLeaderTable implements LeaderTable {
    private final StateFile<Kept> file;
    private final Map<String, LeaderItem> items;

    /** What the file holds: the attributes of each task's item. */
    private record Kept(Map<String, Map<String, String>> items) {}

    /** @param file made when the first task was scheduled */
    public KeptLeaderTable(Path file) {
        this.file = new StateFile<>(file, Kept.class);
        this.items = new LinkedHashMap<>();
        this.file
                .read(() -> new Kept(Map.of()))
                .items()
                .forEach((id, attributes) -> items.put(id, new LeaderItem(id, attributes)));
    }

    @Override
    public synchronized Optional<LeaderItem> read(String id) {
        return Optional.ofNullable(items.get(id));
    }

    @Override
    public synchronized boolean putIf(LeaderItem item, Optional<LeaderItem> expected) {
        if (!Optional.ofNullable(items.get(item.id())).equals(expected)) {
            return false;
        }
        items.put(item.id(), item);
        if (item.isOfTask()) {
            file.write(new Kept(items.values().stream()
                    .filter(LeaderItem::isOfTask)
                    .collect(Collectors.toMap(LeaderItem::id, LeaderItem::attributes))));
        }
        return true;
    }
}
