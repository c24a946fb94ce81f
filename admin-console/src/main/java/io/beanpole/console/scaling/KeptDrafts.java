package io.beanpole.console.scaling;

import io.beanpole.deploy.scaling.desk.StandingScaling;
import io.beanpole.scaling.design.ScalingDesign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written for environments that are not looked at now: choosing another one loses no edit. */
final class KeptDrafts {
    private final Map<String, Kept> drafts = new HashMap<>();

    void keep(String environment, Kept draft) {
        drafts.put(environment, draft);
    }

    /** The draft of an environment, which is in the form again from now on. */
    Optional<Kept> taken(String environment) {
        return Optional.ofNullable(drafts.remove(environment));
    }

    /**
     * A form as it was left.
     *
     * @param origin what the drafts were made of: the standing design, or one that was proposed
     * @param group the texts of the group's fields
     */
    record Kept(
            StandingScaling standing,
            ScalingDesign origin,
            List<AlarmDraft> alarms,
            List<PolicyDraft> policies,
            List<String> group) {
        Kept {
            alarms = List.copyOf(alarms);
            policies = List.copyOf(policies);
            group = List.copyOf(group);
        }
    }
}
