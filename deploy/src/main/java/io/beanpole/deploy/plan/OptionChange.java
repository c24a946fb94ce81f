package io.beanpole.deploy.plan;

import java.util.List;

/**
 * An option setting and who decides it, before and after.
 *
 * @param before the value in force now; empty for none
 * @param beforeFrom where that value most probably comes from: Elastic Beanstalk doesn't tell
 * @param after the value that would be in force
 * @param shadowed what else sets it and has no effect
 * @param severity what a change of this option does to instances, by DescribeConfigurationOptions: NoInterruption,
 *     RestartEnvironment, RestartApplicationServer, Unknown
 */
public record OptionChange(
        String namespace,
        String name,
        String before,
        OptionSource beforeFrom,
        String after,
        OptionSource afterFrom,
        List<Shadow> shadowed,
        String severity) {
    public OptionChange {
        shadowed = List.copyOf(shadowed);
    }

    /** Whether another value would be in force. */
    public boolean takesEffect() {
        return !before.equals(after);
    }

    /** The full name. */
    public String fullName() {
        return namespace + "." + name;
    }

    /** A value that a stronger source overrides. */
    public record Shadow(OptionSource source, String value) {}
}
