package io.beanpole.deploy.plan;

import io.beanpole.deploy.Secrecy;

/** Options that nobody should read over a shoulder or out of a file: a plan tells that they change, not what they are. */
final class HiddenOption {
    private static final String HIDDEN = "(hidden)";
    private static final String ANOTHER = "(hidden, another)";

    private HiddenOption() {}

    static OptionChange hide(OptionChange change) {
        var before = shown(change.name(), change.before());
        return new OptionChange(
                change.namespace(),
                change.name(),
                before,
                change.beforeFrom(),
                after(change, before),
                change.afterFrom(),
                change.shadowed().stream()
                        .map(shadow -> new OptionChange.Shadow(shadow.source(), shown(change.name(), shadow.value())))
                        .toList(),
                change.severity());
    }

    /** Two values that look alike only because of what is hidden are said to differ. */
    private static String after(OptionChange change, String before) {
        var after = shown(change.name(), change.after());
        if (!change.takesEffect() || !after.equals(before)) {
            return after;
        }
        return after.equals(HIDDEN) ? ANOTHER : after + " " + ANOTHER;
    }

    private static String shown(String name, String value) {
        if (Secrecy.isSecret(name)) {
            return value.isEmpty() ? "" : HIDDEN;
        }
        return Secrecy.text(value);
    }
}
