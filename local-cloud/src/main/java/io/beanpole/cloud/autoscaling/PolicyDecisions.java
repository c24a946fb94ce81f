package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.PolicyEvaluated;
import io.beanpole.scaling.policy.ScalingDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The newest decision of each policy with all that it was made of, to tell why a group has the size that it has. */
final class PolicyDecisions {
    private final Map<String, Told> newest = new TreeMap<>();

    /**
     * One decision in short.
     *
     * @param alarm what ran the policy; empty where somebody executed it
     * @param warming how many instances warmed up at the time
     * @param wanted what the policy wanted by itself
     * @param others what other policies wanted at the time
     */
    record Told(
            String group,
            String policy,
            String at,
            String alarm,
            int before,
            int after,
            int warming,
            int wanted,
            List<String> others,
            String rule,
            String why) {}

    synchronized void made(String group, List<PolicyEvaluated> evaluated) {
        for (PolicyEvaluated each : evaluated) {
            newest.put(group + " " + each.subject(), told(group, each));
        }
    }

    /** All of them by group and name. */
    synchronized List<Told> all() {
        return new ArrayList<>(newest.values());
    }

    /** The group is gone. */
    synchronized void forget(List<PolicyRecord> gone) {
        gone.forEach(each -> newest.remove(each.group() + " " + each.name()));
    }

    private static Told told(String group, PolicyEvaluated each) {
        ScalingDecision result = each.result();
        return new Told(
                group,
                each.subject(),
                each.at().toString(),
                each.run().alarm(),
                result.before(),
                result.after(),
                each.activity().warming(),
                each.own().after(),
                each.standing().stream()
                        .filter(other -> !other.policy().equals(each.subject()))
                        .map(other -> other.policy() + " wants " + other.after())
                        .toList(),
                each.rule(),
                each.why());
    }
}
