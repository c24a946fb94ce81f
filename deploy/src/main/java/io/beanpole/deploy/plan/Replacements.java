package io.beanpole.deploy.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the deployment policies do to instances (shared reference 3.6 [D]): a percentage is rounded up, a batch has at
 * least one instance.
 */
final class Replacements {
    static final String ALL_AT_ONCE = "AllAtOnce";
    private static final int WHOLE = 100;

    private Replacements() {}

    /**
     * The replacement of a version.
     *
     * @param policy DeploymentPolicy; AllAtOnce when nobody sets it
     * @param batchSize BatchSize; 100 when nobody sets it
     * @param isFixed whether that is a number of instances rather than a percentage
     */
    static Replacement of(String policy, int instances, Optional<Integer> batchSize, boolean isFixed) {
        int number = batchSize.orElse(WHOLE);
        int size = Math.max(1, isFixed ? number : (instances * number + WHOLE - 1) / WHOLE);
        return switch (policy) {
            case "Rolling" -> inBatches(policy, instances, size, 0);
            case "RollingWithAdditionalBatch" -> inBatches(policy, instances, size, size);
            case "Immutable", "TrafficSplitting" ->
                new Replacement(
                        policy,
                        instances,
                        instances == 0 ? 0 : 2,
                        instances,
                        instances,
                        policy + ": " + count(instances) + " launched beside the present, one first and then the rest;"
                                + " the present are terminated when all are healthy, and what they do then is cut off");
            default ->
                new Replacement(
                        policy,
                        instances,
                        instances == 0 ? 0 : 1,
                        instances,
                        0,
                        policy + ": " + count(instances)
                                + " changed in place at the same moment; none serves meanwhile");
        };
    }

    /** The same with what a change of option settings does in the second step. */
    static Replacement withOptions(Replacement version, List<OptionChange> options) {
        var severities = options.stream()
                .filter(OptionChange::takesEffect)
                .map(OptionChange::severity)
                .toList();
        var second = severities.contains("RestartEnvironment")
                ? "; then the option settings replace all instances"
                : severities.contains("RestartApplicationServer")
                        ? "; then the option settings restart the application on all instances"
                        : "";
        return new Replacement(
                version.policy(),
                version.instances(),
                version.batches(),
                version.batchSize(),
                version.launched(),
                version.words() + second);
    }

    private static Replacement inBatches(String policy, int instances, int size, int launched) {
        int batches = (instances + size - 1) / size;
        var additional = launched > 0 ? count(launched) + " launched first and terminated at the end; " : "";
        return new Replacement(
                policy,
                instances,
                batches,
                size,
                launched,
                policy + ": " + additional + count(instances) + " changed in place, " + size + " at a time in "
                        + batches + (batches == 1 ? " batch" : " batches")
                        + ", each healthy before the next; a batch that fails leaves a mixed fleet");
    }

    private static String count(int instances) {
        return instances + (instances == 1 ? " instance" : " instances");
    }
}
