package io.beanpole.deploy.dockerrun;

import java.util.List;

/** Checks that the containers of one instance fit into its memory. */
final class MemoryCheck {
    /**
     * What the system, the ECS agent and Elastic Beanstalk's own processes take. AWS publishes no number; 10 to 15 % is
     * our estimate.
     */
    private static final int TAKEN_PERCENT = 15;

    private static final int LIKELY_TAKEN_PERCENT = 10;
    private static final int PERCENT = 100;

    private final CheckContext context;
    private final Findings findings;

    MemoryCheck(CheckContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Compares what is reserved, or the limit where nothing is reserved, with the smallest instance type. */
    void fits(String place, List<Container> containers) {
        if (context.instanceTypes().isEmpty()) {
            return;
        }
        var needed = containers.stream()
                .map(Container::settings)
                .mapToInt(settings ->
                        settings.reservation().orElse(settings.memory().orElse(0)))
                .sum();
        var known = context.knownTypes();
        if (known.size() < context.instanceTypes().size()) {
            findings.note(
                    place,
                    "The memory of " + String.join(", ", context.instanceTypes())
                            + " isn't all known here, so whether the containers fit is unchecked.",
                    "Compare the " + needed + " MiB that they reserve with the instance's memory less 15 %.");
        }
        if (!known.isEmpty()) {
            compare(place, needed, known.get(0));
        }
    }

    private void compare(String place, int needed, InstanceType type) {
        var surely = type.memory() * (PERCENT - LIKELY_TAKEN_PERCENT) / PERCENT;
        var safely = type.memory() * (PERCENT - TAKEN_PERCENT) / PERCENT;
        var sentence = "The containers reserve " + needed + " MiB, and a " + type.name() + " has " + type.memory()
                + " MiB, of which the system and the ECS agent take 10 to 15 % (an estimate; AWS gives no number)";
        var repair = "Reserve " + safely + " MiB at most, or choose a larger instance type.";
        if (needed > surely) {
            findings.error(place, sentence + ": the task can't be placed.", repair);
        } else if (needed > safely) {
            findings.warning(place, sentence + ": it may not be placed.", repair);
        }
    }
}
