package io.beanpole.deploy.desk;

import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.spec.OptionName;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a version reaches the instances: the policy, and how many at a time where it goes in batches.
 *
 * @param batchSize percent of the instances, 1 to 100, or instances
 * @param isFixed whether the batch is a number of instances rather than a percentage
 */
public record RolloutPolicy(DeploymentPolicy policy, int batchSize, boolean isFixed) {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final OptionName BATCH_SIZE = new OptionName(COMMAND, "BatchSize");
    private static final OptionName BATCH_SIZE_TYPE = new OptionName(COMMAND, "BatchSizeType");
    private static final int WHOLE = 100;

    /** What an environment's settings say; all at once where they say nothing (reference 3.6 [D]). */
    public static RolloutPolicy of(Map<OptionName, String> settings) {
        var size = Optional.ofNullable(settings.get(BATCH_SIZE))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(WHOLE);
        return new RolloutPolicy(DeploymentPolicy.of(settings), size, "Fixed".equals(settings.get(BATCH_SIZE_TYPE)));
    }

    /** Whether it goes in batches, so that their size matters. */
    public boolean hasBatches() {
        return policy == DeploymentPolicy.ROLLING || policy == DeploymentPolicy.ROLLING_WITH_ADDITIONAL_BATCH;
    }

    /** Why Elastic Beanstalk would refuse it, in a sentence; empty when it wouldn't (reference 3.6 [D]). */
    public Optional<String> problem() {
        if (!hasBatches()) {
            return Optional.empty();
        }
        if (batchSize < 1) {
            return Optional.of("A batch has at least one instance, or one percent of them.");
        }
        return isFixed || batchSize <= WHOLE
                ? Optional.empty()
                : Optional.of("A batch is at most 100 % of the instances.");
    }

    /** The option settings that say it. */
    public SortedMap<OptionName, String> settings() {
        var settings = new TreeMap<OptionName, String>();
        settings.put(DeploymentPolicy.OPTION, policy.awsName());
        if (hasBatches()) {
            settings.put(BATCH_SIZE, Integer.toString(batchSize));
            settings.put(BATCH_SIZE_TYPE, isFixed ? "Fixed" : "Percentage");
        }
        return settings;
    }

    /** In words: "Rolling, in batches of 30 % of the instances". */
    public String inWords() {
        return policy.inWords(settings());
    }
}
