package io.beanpole.cloud.sqsd;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether messages are received before there is a free connection for them. */
public enum Prefetch {
    /** Never: a message that is received is POSTed at once. */
    OFF,
    /**
     * As the daemon tunes itself, but a message is given back before its visibility timeout can run out while it waits
     * here or is worked on. AWS's daemon would POST it and make a duplicate.
     */
    GUARDED,
    /** As the daemon tunes itself, trap included: a slow-down makes duplicates with no failure anywhere [S2]. */
    AS_ON_AWS;

    /** The names by which options choose. */
    public static Set<String> titles() {
        return Arrays.stream(values()).map(Prefetch::title).collect(Collectors.toSet());
    }

    /** The one that {@link #titles} names. */
    public static Prefetch titled(String title) {
        return Arrays.stream(values())
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--prefetch must be guarded, off or as-on-aws, not '" + title + "'."));
    }

    private String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
