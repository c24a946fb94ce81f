package io.beanpole.deploy.release;

import io.beanpole.deploy.spec.OptionName;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a roll-out has asked of its environment, and what that replaced: all that taking it back needs to know. */
final class RequestsMade {
    private final Set<Step> taken = EnumSet.noneOf(Step.class);
    private final SortedMap<OptionName, String> overwritten = new TreeMap<>();
    private final SortedSet<OptionName> added = new TreeSet<>();
    private String replaced = "";

    boolean isEmpty() {
        return taken.isEmpty();
    }

    boolean contains(Step step) {
        return taken.contains(step);
    }

    void add(Step step) {
        taken.add(step);
    }

    /** A step that the environment refused; those before it were taken all the same. */
    void refused(Step step) {
        taken.remove(step);
    }

    /** Keeps what the environment was like before its first request. */
    void replace(String versionLabel) {
        replaced = versionLabel;
    }

    /** Keeps the values that are about to be changed. */
    void replace(ChangedSettings changed) {
        overwritten.putAll(changed.before());
        changed.wanted().keySet().stream()
                .filter(option -> !changed.before().containsKey(option))
                .forEach(added::add);
    }

    /** The version before; empty if there was none, or nothing was asked. */
    String replaced() {
        return replaced;
    }

    /** The settings that were changed, as they were before. */
    SortedMap<OptionName, String> overwritten() {
        return overwritten;
    }

    /** The settings that had no value before, so that there is none to put back. */
    SortedSet<OptionName> added() {
        return added;
    }

    /** What came of it when a step was refused, for the record. */
    String account() {
        return contains(Step.VERSION)
                ? "The environment has taken the version, but refused the settings."
                : "The environment has taken no request.";
    }

    /** The requests that a roll-out may make, each at most once. */
    enum Step {
        CREATION,
        VERSION,
        SETTINGS
    }
}
