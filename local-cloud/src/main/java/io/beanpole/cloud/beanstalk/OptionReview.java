package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionMessage;
import io.beanpole.cloud.beanstalk.option.OptionRules;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;
import java.util.Map;

/** What is said of option settings when they are to take effect: those of a bundle were checked by nobody before. */
final class OptionReview {
    private final EventLog.OperationEvents events;

    OptionReview(EventLog.OperationEvents events) {
        this.events = events;
    }

    /**
     * Checks what the .ebextensions of a bundle say.
     *
     * @throws CloudException with the last of the faults, after an event for each of the others; AWS too goes on with none
     *     of them [I: its own words, but no reference]
     */
    void refuseFaults(Map<String, Map<String, String>> extensions) {
        List<OptionMessage> faults = OptionRules.faults(extensions);
        if (!faults.isEmpty()) {
            events.error(
                    "\"option_settings\" in one of the configuration files failed validation. More details to follow.");
            refuse(faults);
        }
    }

    /**
     * Checks settings against each other.
     *
     * @throws CloudException with what contradicts something
     */
    void refuseConflicts(OptionSettings settings, EnvironmentTierName tier) {
        List<OptionMessage> conflicts = OptionRules.conflicts(settings, tier);
        conflicts.stream().filter(each -> !each.isError()).forEach(each -> events.warn(each.message()));
        List<OptionMessage> errors =
                conflicts.stream().filter(OptionMessage::isError).toList();
        if (!errors.isEmpty()) {
            refuse(errors);
        }
    }

    /** Warns of what has no effect here. */
    void warnOfUnserved(OptionSettings set) {
        OptionRules.unserved(set).forEach(each -> events.warn(each.message()));
    }

    private void refuse(List<OptionMessage> faults) {
        int last = faults.size() - 1;
        faults.subList(0, last).forEach(each -> events.error(each.message()));
        throw new CloudException(faults.get(last).message());
    }
}
