package io.beanpole.console.environments;

import io.beanpole.console.words.Words;
import java.util.Locale;
import java.util.function.Function;

/** What the table of environments may be grouped by. */
enum Grouping {
    NONE(line -> ""),
    APPLICATION(line -> line.overview().application()),
    REGION(EnvironmentLine::region),
    HEALTH(line -> line.overview().healthStatus()),
    CONNECTION(line -> line.card().name());

    private final Function<EnvironmentLine, String> group;

    Grouping(Function<EnvironmentLine, String> group) {
        this.group = group;
    }

    String of(EnvironmentLine line) {
        return group.apply(line);
    }

    /** As it was remembered; none for what nobody knows. */
    static Grouping named(String name) {
        for (var grouping : values()) {
            if (grouping.name().equalsIgnoreCase(name)) {
                return grouping;
            }
        }
        return NONE;
    }

    /** The order of the groups: by name, health from bad to good. */
    int compare(EnvironmentLine one, EnvironmentLine other) {
        if (this == HEALTH) {
            var byTone = other.health().tone().compareTo(one.health().tone());
            if (byTone != 0) {
                return byTone;
            }
        }
        return of(one).compareTo(of(other));
    }

    @Override
    public String toString() {
        return Words.of("environments.group." + name().toLowerCase(Locale.ROOT));
    }
}
