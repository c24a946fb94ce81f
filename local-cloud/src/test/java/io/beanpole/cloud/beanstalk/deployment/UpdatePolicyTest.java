package io.beanpole.cloud.beanstalk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.Pace;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UpdatePolicyTest {
    private static final String NAMESPACE = "aws:autoscaling:updatepolicy:rollingupdate";

    @Test
    void withoutRollingUpdatesAllAreReplacedAtOnce() {
        assertThat(policy(5, Map.of())).isEqualTo(new UpdatePolicy(UpdatePolicy.Type.AT_ONCE, 5, Duration.ZERO));
    }

    @Test
    void aBatchLeavesTheLeastInstancesInService() {
        assertThat(policy(6, Map.of("MaxBatchSize", "4", "MinInstancesInService", "4"))
                        .batch())
                .isEqualTo(6);
        Map<String, String> rolling = Map.of(
                "RollingUpdateEnabled", "true",
                "RollingUpdateType", "Health",
                "MaxBatchSize", "4",
                "MinInstancesInService", "4");
        assertThat(policy(6, rolling)).isEqualTo(new UpdatePolicy(UpdatePolicy.Type.HEALTH, 2, Duration.ZERO));
        assertThat(policy(4, rolling).batch()).isEqualTo(1);
    }

    @Test
    void theDefaultBatchIsAThirdOfTheMinimumAndThePauseGoesWithThePace() {
        UpdatePolicy policy = policy(7, Map.of("RollingUpdateEnabled", "true", "PauseTime", "PT5M"));

        assertThat(policy).isEqualTo(new UpdatePolicy(UpdatePolicy.Type.TIME, 2, Duration.ofSeconds(30)));
    }

    @Test
    void aPauseThatIsNoDurationIsNone() {
        assertThat(policy(2, Map.of("RollingUpdateEnabled", "true", "PauseTime", "soon"))
                        .pause())
                .isZero();
    }

    private static UpdatePolicy policy(int instances, Map<String, String> options) {
        return UpdatePolicy.of(
                new OptionSettings(List.of(Map.of(
                        "aws:autoscaling:asg",
                        Map.of("MinSize", "5", "MaxSize", "8"),
                        NAMESPACE,
                        new TreeMap<>(options)))),
                instances,
                new Pace(10));
    }
}
