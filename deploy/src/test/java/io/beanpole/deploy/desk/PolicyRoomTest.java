package io.beanpole.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.spec.OptionName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which policies an environment takes. */
class PolicyRoomTest {
    private static final OptionName TYPE = new OptionName("aws:elasticbeanstalk:environment", "EnvironmentType");
    private static final OptionName BALANCER = new OptionName("aws:elasticbeanstalk:environment", "LoadBalancerType");

    @Test
    void aWorkerTakesAllButTrafficSplitting() {
        var room = PolicyRoom.of(Map.of(TYPE, "LoadBalanced"), true);

        assertThat(room.hindrances()).containsOnlyKeys(DeploymentPolicy.TRAFFIC_SPLITTING);
    }

    @Test
    void oneInstanceHasNoBatches() {
        var room = PolicyRoom.of(Map.of(TYPE, "SingleInstance"), false);

        assertThat(room.hindrances())
                .containsOnlyKeys(
                        DeploymentPolicy.ROLLING,
                        DeploymentPolicy.ROLLING_WITH_ADDITIONAL_BATCH,
                        DeploymentPolicy.TRAFFIC_SPLITTING);
    }

    @Test
    void trafficIsSplitByAnApplicationLoadBalancerOnly() {
        assertThat(PolicyRoom.of(Map.of(BALANCER, "application"), false).hindrances())
                .isEmpty();
        assertThat(PolicyRoom.of(Map.of(BALANCER, "network"), false).hindrances())
                .containsOnlyKeys(DeploymentPolicy.TRAFFIC_SPLITTING);
    }

    @Test
    void whatTheSettingsDoNotSayIsAllAtOnce() {
        var present = PolicyRoom.of(Map.of(), false).present();

        assertThat(present).isEqualTo(new RolloutPolicy(DeploymentPolicy.ALL_AT_ONCE, 100, false));
        assertThat(present.settings()).containsOnlyKeys(DeploymentPolicy.OPTION);
    }
}
