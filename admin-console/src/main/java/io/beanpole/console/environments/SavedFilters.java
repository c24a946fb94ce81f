package io.beanpole.console.environments;

import io.beanpole.console.memory.Memory;
import io.beanpole.console.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;

/** Filters that somebody gave a name, remembered with the settings, a line each: name, tabulator, filter. */
final class SavedFilters {
    private final StringProperty kept;

    SavedFilters(Memory memory) {
        kept = memory.text("environments.filters", whenNew());
    }

    /** What everybody asks of a fleet. */
    private static String whenNew() {
        return String.join(
                "\n",
                Words.of("environments.filters.new.unwell") + "\thealth:!ok",
                Words.of("environments.filters.new.letters") + "\tdead:>0",
                Words.of("environments.filters.new.failed") + "\tlast:failed",
                Words.of("environments.filters.new.workers") + "\ttier:worker");
    }

    /** Filter by name, in the order in which they were saved. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        kept.get().lines().forEach(line -> {
            var tabulator = line.indexOf('\t');
            if (tabulator > 0) {
                all.put(line.substring(0, tabulator), line.substring(tabulator + 1));
            }
        });
        return all;
    }

    /** A filter of the same name is replaced. */
    void save(String name, String filter) {
        var clean = name.replace('\t', ' ').strip();
        if (!clean.isEmpty() && !filter.isBlank()) {
            var all = all();
            all.put(clean, filter.strip());
            keep(all);
        }
    }

    void remove(String name) {
        var all = all();
        all.remove(name);
        keep(all);
    }

    private void keep(Map<String, String> all) {
        kept.set(all.entrySet().stream()
                .map(filter -> filter.getKey() + "\t" + filter.getValue())
                .collect(Collectors.joining("\n")));
    }
}
