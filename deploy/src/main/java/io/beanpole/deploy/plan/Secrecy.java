package io.beanpole.deploy.plan;

import java.util.regex.Pattern;

/** Values that nobody should read over a shoulder or out of a file: a plan tells that they change, not what they are. */
final class Secrecy {
    private static final String HIDDEN = "(hidden)";
    private static final String ANOTHER = "(hidden, another)";
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(passw|secret|token|credential|private|api_?key|access_?key).*");

    private Secrecy() {}

    static OptionChange hide(OptionChange change) {
        if (!SECRET.matcher(change.name()).matches()) {
            return change;
        }
        return new OptionChange(
                change.namespace(),
                change.name(),
                change.before().isEmpty() ? "" : HIDDEN,
                change.beforeFrom(),
                after(change),
                change.afterFrom(),
                change.shadowed().stream()
                        .map(shadow -> new OptionChange.Shadow(shadow.source(), HIDDEN))
                        .toList(),
                change.severity());
    }

    private static String after(OptionChange change) {
        if (change.after().isEmpty()) {
            return "";
        }
        return change.takesEffect() && !change.before().isEmpty() ? ANOTHER : HIDDEN;
    }
}
