package io.beanpole.deploy.plan;

import io.beanpole.deploy.plan.OptionChange.Shadow;
import io.beanpole.deploy.spec.OptionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which value of each option is in force, before and after, and who decides it: what was set on the environment itself
 * beats a saved configuration, that beats .ebextensions, and those beat the default (developer guide, "Precedence").
 * Elastic Beanstalk tells values only, not who set them. So the source before is the weakest that explains the value.
 *
 * @param present the settings in force
 * @param wanted what the deployment sets on the environment
 * @param filesBefore the option files of the present bundle
 * @param filesAfter those of the new bundle
 * @param saved the saved configuration's settings
 * @param options what the platform says about its options
 */
record OptionComparison(
        Map<OptionName, String> present,
        Map<OptionName, String> wanted,
        Map<OptionName, String> filesBefore,
        Map<OptionName, String> filesAfter,
        Map<OptionName, String> saved,
        Map<OptionName, OptionFact> options) {
    /** Every option that changes, and every one that a file or a saved configuration sets without effect. */
    List<OptionChange> changes() {
        var names = new TreeSet<>(wanted.keySet());
        names.addAll(filesBefore.keySet());
        names.addAll(filesAfter.keySet());
        var changes = new ArrayList<OptionChange>();
        for (var name : names) {
            var change = change(name);
            if (change.takesEffect() || !change.shadowed().isEmpty()) {
                changes.add(HiddenOption.hide(change));
            }
        }
        return changes;
    }

    /** The value that is in force after the deployment; empty for none. */
    String after(OptionName name) {
        return change(name).after();
    }

    /** One option, whether it changes or not. */
    OptionChange change(OptionName name) {
        var before = before(name);
        var after = after(name, before);
        var value = after.value();
        var shadowed = new ArrayList<Shadow>();
        shadow(OptionSource.SAVED_CONFIGURATION, saved.get(name), after, shadowed);
        shadow(OptionSource.EBEXTENSIONS, filesAfter.get(name), after, shadowed);
        return new OptionChange(
                name.namespace(),
                name.name(),
                before.value(),
                before.source(),
                isSame(before.value(), value) ? before.value() : value,
                after.source(),
                shadowed,
                fact(name).severity());
    }

    private static void shadow(OptionSource source, @Nullable String value, Setting winner, List<Shadow> into) {
        if (value != null && winner.source().compareTo(source) < 0 && !isSame(value, winner.value())) {
            into.add(new Shadow(source, value));
        }
    }

    private Setting before(OptionName name) {
        var value = present.get(name);
        if (value == null) {
            return unlisted(name);
        }
        if (saved.containsKey(name)) {
            return explained(value, saved.get(name), OptionSource.SAVED_CONFIGURATION);
        }
        if (filesBefore.containsKey(name)) {
            return explained(value, filesBefore.get(name), OptionSource.EBEXTENSIONS);
        }
        return explained(value, fact(name).defaultValue(), value.isEmpty() ? OptionSource.NONE : OptionSource.DEFAULT);
    }

    /** Custom options don't come back from Elastic Beanstalk unless they are set on the environment. */
    private Setting unlisted(OptionName name) {
        if (saved.containsKey(name)) {
            return new Setting(saved.getOrDefault(name, ""), OptionSource.SAVED_CONFIGURATION);
        }
        return filesBefore.containsKey(name)
                ? new Setting(filesBefore.getOrDefault(name, ""), OptionSource.EBEXTENSIONS)
                : new Setting("", OptionSource.NONE);
    }

    private static Setting explained(String value, @Nullable String explanation, OptionSource source) {
        return new Setting(value, explanation != null && isSame(value, explanation) ? source : OptionSource.API);
    }

    private Setting after(OptionName name, Setting before) {
        var asked = wanted.get(name);
        if (asked != null) {
            return new Setting(asked, OptionSource.API);
        }
        if (before.source() == OptionSource.API || before.source() == OptionSource.SAVED_CONFIGURATION) {
            return before;
        }
        var file = filesAfter.get(name);
        if (file != null) {
            return new Setting(file, OptionSource.EBEXTENSIONS);
        }
        var fallback = fact(name).defaultValue();
        return new Setting(fallback, fallback.isEmpty() ? OptionSource.NONE : OptionSource.DEFAULT);
    }

    private OptionFact fact(OptionName name) {
        return options.getOrDefault(name, OptionFact.UNDESCRIBED);
    }

    /** Elastic Beanstalk writes true and false as it likes. */
    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || one.equalsIgnoreCase(other) && (one.equalsIgnoreCase("true") || one.equalsIgnoreCase("false"));
    }

    /** A value with its source. */
    private record Setting(String value, OptionSource source) {}
}
