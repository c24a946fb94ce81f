package io.beanpole.deploy.release;

import io.beanpole.deploy.spec.OptionName;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings in which a goal differs from an environment; those that the goal doesn't name stay.
 *
 * @param wanted the values to be
 * @param before the values that these replace; one that replaces nothing is left out
 */
record ChangedSettings(SortedMap<OptionName, String> wanted, SortedMap<OptionName, String> before) {
    static ChangedSettings between(SortedMap<OptionName, String> goal, SortedMap<OptionName, String> present) {
        var changed = new ChangedSettings(new TreeMap<>(), new TreeMap<>());
        goal.forEach((option, value) -> {
            var old = present.get(option);
            if (!value.equals(old)) {
                changed.wanted.put(option, value);
                if (old != null) {
                    changed.before.put(option, old);
                }
            }
        });
        return changed;
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    int size() {
        return wanted.size();
    }
}
