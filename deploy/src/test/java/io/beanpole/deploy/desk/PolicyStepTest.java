package io.beanpole.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.action.ActionRecord;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.release.DeploymentListener;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The step that changes how a deployment is done, before the deployment. */
class PolicyStepTest implements DeploymentListener {
    private static final String WEB = "shop-local-web";
    private static final RolloutPolicy HALVES = new RolloutPolicy(DeploymentPolicy.ROLLING, 50, false);

    private final DeskCloud desk = new DeskCloud();
    private final List<String> phases = new ArrayList<>();

    @Test
    void anotherPolicyIsARequestOfItsOwnAndIsWrittenDown() {
        desk.cloud.succeed(WEB, "v1");
        desk.cloud.setSettings(WEB, new TreeMap<>());

        take(HALVES);

        assertThat(desk.cloud.requests).singleElement().asString().startsWith("settings " + WEB);
        assertThat(RolloutPolicy.of(desk.cloud.settings(desk.cloud.find(WEB).orElseThrow())))
                .isEqualTo(HALVES);
        assertThat(phases).containsExactly("policy");
        assertThat(desk.actions).extracting(ActionRecord::action).containsExactly("policy");
    }

    @Test
    void thePolicyThatTheEnvironmentHasIsNotAskedForAgain() {
        desk.cloud.succeed(WEB, "v1");
        desk.cloud.setSettings(WEB, HALVES.settings());

        take(HALVES);

        assertThat(desk.cloud.requests).isEmpty();
        assertThat(phases).isEmpty();
    }

    @Test
    void aBusyEnvironmentIsLeftAloneSoThatTheDeploymentSaysWhoIsAtWork() {
        desk.cloud.set(WEB, "Updating", "v1");

        take(HALVES);

        assertThat(desk.cloud.requests).isEmpty();
    }

    @Test
    void aBatchOfMoreThanAllIsRefusedBeforeAnythingIsAsked() {
        desk.cloud.succeed(WEB, "v1");

        assertThatThrownBy(() -> take(new RolloutPolicy(DeploymentPolicy.ROLLING, 120, false)))
                .hasMessageContaining("at most 100 %");
        assertThat(desk.cloud.requests).isEmpty();
    }

    private void take(RolloutPolicy policy) {
        new PolicyStep(desk.parts(), desk.journal()).take(desk.cloud.find(WEB).orElseThrow(), policy, this);
    }

    @Override
    public void phase(String name) {
        phases.add(name);
    }

    @Override
    public void event(EnvironmentEvent event) {}

    @Override
    public void instances(int updated, int all, List<String> waitingFor) {}
}
