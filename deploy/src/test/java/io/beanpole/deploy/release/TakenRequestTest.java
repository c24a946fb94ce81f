package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.beanstalk.FakeCloud;
import org.junit.jupiter.api.Test;

/** Whether an update that seemed to be refused is under way. */
class TakenRequestTest {
    private final FakeCloud cloud = new FakeCloud();

    @Test
    void anEnvironmentThatIsUpdatedOrHasTheVersionNowHasTakenTheRequest() {
        var before = cloud.set("web", "Ready", "v1");

        cloud.set("web", "Updating", "v1");
        assertThat(TakenRequest.isSeenAt(cloud, before, "v2")).isTrue();
        cloud.set("web", "Ready", "v2");
        assertThat(TakenRequest.isSeenAt(cloud, before, "v2")).isTrue();
    }

    @Test
    void anEnvironmentThatIsAsItWasHasNot() {
        var before = cloud.set("web", "Ready", "v1");

        assertThat(TakenRequest.isSeenAt(cloud, before, "v2")).isFalse();
        assertThat(TakenRequest.isSeenAt(cloud, before, "v1")).isFalse();
    }
}
