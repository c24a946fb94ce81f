package io.beanpole.deploy.scaling;

import io.beanpole.deploy.DeployException;

/**
 * The metric by which an application tells how many of its instances it protects from scale-in: 1 a minute for each, by
 * the dimension AutoScalingGroupName. AWS keeps no past of protection, so without it only the present is known.
 */
public record ProtectionMetric(String namespace, String name) {
    /** Reads {@code Namespace/Of/It/Name}: the name is what stands after the last slash. */
    public static ProtectionMetric of(String text) {
        var slash = text.lastIndexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new DeployException(
                    "'" + text + "' is no metric.", "Give its namespace and name: Beanpole/Worker/ProtectedInstances");
        }
        return new ProtectionMetric(text.substring(0, slash), text.substring(slash + 1));
    }
}
