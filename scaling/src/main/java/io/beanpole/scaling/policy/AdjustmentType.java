package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the number of a policy is meant. */
public enum AdjustmentType {
    /** So many instances more or less. */
    CHANGE_IN_CAPACITY("ChangeInCapacity"),
    /** So many instances. */
    EXACT_CAPACITY("ExactCapacity"),
    /** So many percent of the present instances more or less. */
    PERCENT_CHANGE_IN_CAPACITY("PercentChangeInCapacity");

    private final String wireName;

    AdjustmentType(String wireName) {
        this.wireName = wireName;
    }

    /** As AWS writes it. */
    public String wireName() {
        return wireName;
    }

    /** @throws ScalingException when AWS has no such type */
    public static AdjustmentType of(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new ScalingException("Invalid adjustment type '" + wireName + "': it must be one of "
                        + Arrays.stream(values()).map(AdjustmentType::wireName).collect(Collectors.joining(", "))
                        + "."));
    }
}
