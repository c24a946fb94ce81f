package io.beanpole.cloud.beanstalk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlatformsTest {
    private final Platforms platforms = new Platforms("eu-central-2");

    @Test
    void aSolutionStackAndAnArnNameTheSamePlatform() {
        PlatformName stack = platforms.wanted("64bit Amazon Linux 2023 v4.7.1 running ECS", null);

        assertThat(stack.platformArn())
                .isEqualTo("arn:aws:elasticbeanstalk:eu-central-2::platform/ECS running on 64bit Amazon Linux"
                        + " 2023/4.7.1");
        assertThat(platforms.wanted(null, stack.platformArn())).isEqualTo(stack);
        assertThat(platforms.wanted(null, stack.platformArn().replace("/4.7.1", "")))
                .isEqualTo(platforms.standard());
    }

    @Test
    void aVersionThatIsNotListedIsTakenAndAnotherPlatformIsNot() {
        assertThat(platforms.wanted("64bit Amazon Linux 2023 v4.3.0 running Docker", null))
                .isNotNull();
        assertThatThrownBy(() -> platforms.wanted("64bit Amazon Linux 2023 v4.3.0 running Tomcat", null))
                .hasMessageContaining("No Solution Stack named '64bit Amazon Linux 2023 v4.3.0 running Tomcat' found.");
        assertThatThrownBy(() -> platforms.wanted("64bit Amazon Linux 2023 vX running ECS", null))
                .hasMessageContaining("No Solution Stack");
        assertThatThrownBy(() -> platforms.wanted(null, "arn:nothing")).hasMessageContaining("No Platform named");
    }

    @Test
    void versionsAreOrderedByNumber() {
        PlatformVersion nine = new PlatformVersion("4.9.1", Instant.EPOCH);
        PlatformVersion thirteen = new PlatformVersion("4.13.1", Instant.EPOCH);

        assertThat(thirteen).isGreaterThan(nine);
        assertThat(thirteen.isPatchOf(nine)).isFalse();
        assertThat(platforms.branches())
                .allSatisfy(branch -> assertThat(branch.versions()).isSorted());
    }

    @Test
    void theWindowOfManagedActionsIsTheNextOfItsKind() {
        Instant saturday = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(ManagedActions.window("Sat:12:30", saturday)).isEqualTo("2026-11-21T12:30:00Z");
        assertThat(ManagedActions.window("Sat:11:30", saturday)).isEqualTo("2026-11-28T11:30:00Z");
        assertThat(ManagedActions.window("Tue:09:00", saturday)).isEqualTo("2026-11-24T09:00:00Z");
    }
}
