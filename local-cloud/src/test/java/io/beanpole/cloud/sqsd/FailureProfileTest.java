package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.sqsd.FailureProfile.Verdict;
import io.beanpole.cloud.sqsd.PostOutcome.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureProfileTest {
    private static final Optional<Duration> UNSET = Optional.empty();
    private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));
    private static final Optional<Duration> TWO_SECONDS = Optional.of(Duration.ofSeconds(2));

    @Test
    void todaysDaemonWithoutErrorVisibilityTimeoutLetsEveryFailureWaitOutTheVisibilityTimeout() {
        for (Kind kind : Kind.values()) {
            assertThat(verdict(FailureProfile.MEASURED, kind, UNSET).visibleAfter())
                    .isEmpty();
        }
    }

    @Test
    void todaysDaemonHonoursErrorVisibilityTimeoutButNotForTimeouts() {
        assertThat(verdict(FailureProfile.MEASURED, Kind.ANSWERED, MINUTE))
                .isEqualTo(new Verdict(MessageRule.STATUS_THEN_ERROR_VISIBILITY, MINUTE));
        assertThat(verdict(FailureProfile.MEASURED, Kind.REFUSED, MINUTE))
                .isEqualTo(new Verdict(MessageRule.BROKEN_THEN_ERROR_VISIBILITY, MINUTE));
        assertThat(verdict(FailureProfile.MEASURED, Kind.SILENT, MINUTE))
                .isEqualTo(new Verdict(MessageRule.INACTIVE_THEN_VISIBILITY, UNSET));
    }

    @Test
    void aSwitchMakesTodaysDaemonHonourErrorVisibilityTimeoutForTimeoutsToo() {
        SqsdBehaviour switched = SqsdBehaviour.DEFAULT.withErrorVisibilityAfterTimeouts(true);

        assertThat(FailureProfile.MEASURED.decide(Kind.SILENT, settings(MINUTE).with(switched)))
                .isEqualTo(new Verdict(MessageRule.INACTIVE_THEN_ERROR_VISIBILITY, MINUTE));
    }

    @Test
    void theSecondGenerationHonoursErrorVisibilityTimeoutForTimeoutsWhenItIsSet() {
        assertThat(verdict(FailureProfile.SECOND_GENERATION, Kind.SILENT, MINUTE))
                .isEqualTo(new Verdict(MessageRule.INACTIVE_THEN_ERROR_VISIBILITY, MINUTE));
        assertThat(verdict(FailureProfile.SECOND_GENERATION, Kind.SILENT, UNSET))
                .isEqualTo(new Verdict(MessageRule.INACTIVE_THEN_VISIBILITY, UNSET));
    }

    @Test
    void theSecondGenerationPostsAgainWhatWasClosedWhateverIsSet() {
        assertThat(verdict(FailureProfile.SECOND_GENERATION, Kind.CLOSED, MINUTE))
                .isEqualTo(new Verdict(MessageRule.CLOSED_THEN_POSTED_AGAIN, UNSET));
    }

    @Test
    void theDocumentsKnowTwoSecondsAndTheEndOfTheInactivityTimeout() {
        assertThat(verdict(FailureProfile.DOCUMENTED, Kind.ANSWERED, UNSET))
                .isEqualTo(new Verdict(MessageRule.STATUS_THEN_DOCUMENTED_DEFAULT, TWO_SECONDS));
        assertThat(verdict(FailureProfile.DOCUMENTED, Kind.REFUSED, UNSET))
                .isEqualTo(new Verdict(MessageRule.BROKEN_THEN_DOCUMENTED_DEFAULT, TWO_SECONDS));
        assertThat(verdict(FailureProfile.DOCUMENTED, Kind.ANSWERED, MINUTE))
                .isEqualTo(new Verdict(MessageRule.STATUS_THEN_ERROR_VISIBILITY, MINUTE));
        assertThat(verdict(FailureProfile.DOCUMENTED, Kind.SILENT, MINUTE))
                .isEqualTo(new Verdict(MessageRule.INACTIVE_THEN_VISIBLE, Optional.of(Duration.ZERO)));
    }

    @Test
    void anUnknownProfileIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> FailureProfile.titled("4.0"))
                .hasMessage("There is no sqsd profile '4.0'; choose one of 3.0.5-measured, 2.x, docs.");
    }

    @Test
    void theProxyDropsHeaderNamesThatNginxDrops() {
        assertThat(ProxyStage.NGINX.passes("X-Aws-Sqsd-Attr-Turn-Id")).isTrue();
        assertThat(ProxyStage.NGINX.passes("X-Aws-Sqsd-Attr-Turn_id")).isFalse();
        assertThat(ProxyStage.NGINX.passes("X-Aws-Sqsd-Attr-Turn.id")).isFalse();
        assertThat(ProxyStage.NONE.passes("X-Aws-Sqsd-Attr-Turn_id")).isTrue();
    }

    @Test
    void theProxyAnswers504AfterASilentMinuteUnlessTheDaemonGaveUpBefore() {
        PostOutcome silent = new PostOutcome(Kind.SILENT, 504, "no byte", Duration.ofMinutes(1));

        assertThat(ProxyStage.NGINX.inactivityTimeout(Duration.ofSeconds(299))).isEqualTo(Duration.ofMinutes(1));
        assertThat(ProxyStage.NGINX.seenByDaemon(silent, Duration.ofSeconds(299)))
                .isEqualTo(PostOutcome.answered(504, Duration.ofMinutes(1)));
        assertThat(ProxyStage.NGINX.inactivityTimeout(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(ProxyStage.NGINX.seenByDaemon(silent, Duration.ofSeconds(30)))
                .isEqualTo(silent);
        assertThat(ProxyStage.NONE.seenByDaemon(silent, Duration.ofSeconds(299)))
                .isEqualTo(silent);
    }

    private static Verdict verdict(FailureProfile profile, Kind kind, Optional<Duration> errorVisibility) {
        return profile.decide(kind, settings(errorVisibility));
    }

    private static SqsdSettings settings(Optional<Duration> errorVisibility) {
        return new SqsdSettings(
                "http://127.0.0.1/q",
                URI.create("http://127.0.0.1"),
                "/",
                "text/plain",
                50,
                Duration.ofSeconds(5),
                Duration.ofSeconds(299),
                Duration.ofMinutes(5),
                errorVisibility,
                Duration.ofDays(4),
                SqsdBehaviour.DEFAULT);
    }
}
