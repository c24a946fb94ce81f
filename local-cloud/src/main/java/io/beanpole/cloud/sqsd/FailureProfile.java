package io.beanpole.cloud.sqsd;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens to a message whose POST did not end in 200: documentation, source and field disagree
 * (elastic-beanstalk.md §1.5), so each is a profile of its own.
 */
public enum FailureProfile {
    /**
     * As today's daemon does, the default: without ErrorVisibilityTimeout every failure waits out VisibilityTimeout; a
     * timeout does so even with it, unless switched [M: four captures; S2].
     */
    MEASURED("3.0.5-measured", "aws-sqsd/3.0.5") {
        @Override
        Verdict decide(PostOutcome.Kind kind, SqsdSettings settings) {
            boolean isHonoured =
                    kind != PostOutcome.Kind.SILENT || settings.behaviour().errorVisibilityAfterTimeouts();
            return ifSet(kind, isHonoured ? settings.errorVisibilityTimeout() : Optional.empty());
        }
    },
    /**
     * As the source of the second generation: ErrorVisibilityTimeout only when it was set, for timeouts, too; a
     * connection that the application closes is POSTed again at once, without bound and without a new receive [S2].
     */
    SECOND_GENERATION("2.x", "aws-sqsd/2.4") {
        @Override
        Verdict decide(PostOutcome.Kind kind, SqsdSettings settings) {
            return kind == PostOutcome.Kind.CLOSED
                    ? new Verdict(MessageRule.CLOSED_THEN_POSTED_AGAIN, Optional.empty())
                    : ifSet(kind, settings.errorVisibilityTimeout());
        }
    },
    /**
     * As the documentation has it: another status is visible again after ErrorVisibilityTimeout, 2 s when not set; a
     * timeout at once, because the InactivityTimeout has run out [D]. A broken connection, which it doesn't mention, is
     * treated as another status [I].
     */
    DOCUMENTED("docs", "aws-sqsd/1.1") {
        @Override
        Verdict decide(PostOutcome.Kind kind, SqsdSettings settings) {
            if (kind == PostOutcome.Kind.SILENT) {
                return new Verdict(MessageRule.INACTIVE_THEN_VISIBLE, Optional.of(Duration.ZERO));
            }
            if (settings.errorVisibilityTimeout().isPresent()) {
                return ifSet(kind, settings.errorVisibilityTimeout());
            }
            MessageRule rule = kind == PostOutcome.Kind.ANSWERED
                    ? MessageRule.STATUS_THEN_DOCUMENTED_DEFAULT
                    : MessageRule.BROKEN_THEN_DOCUMENTED_DEFAULT;
            return new Verdict(rule, Optional.of(DOCUMENTED_DEFAULT));
        }
    };

    private static final Duration DOCUMENTED_DEFAULT = Duration.ofSeconds(2);

    private final String title;
    private final String userAgent;

    FailureProfile(String title, String userAgent) {
        this.title = title;
        this.userAgent = userAgent;
    }

    /**
     * What becomes of a message.
     *
     * @param visibleAfter empty when the daemon leaves the visibility as it is
     */
    record Verdict(MessageRule rule, Optional<Duration> visibleAfter) {}

    abstract Verdict decide(PostOutcome.Kind kind, SqsdSettings settings);

    /** As options and documents call it: {@code 3.0.5-measured}, {@code 2.x} or {@code docs}. */
    public String title() {
        return title;
    }

    /** What goes out as User-Agent: the version that was measured, seen or printed. */
    String userAgent() {
        return userAgent;
    }

    /** The names by which options choose. */
    public static Set<String> titles() {
        return Arrays.stream(values()).map(FailureProfile::title).collect(Collectors.toSet());
    }

    /** The profile of a title. */
    public static FailureProfile titled(String title) {
        return Arrays.stream(values())
                .filter(profile -> profile.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sqsd profile '" + title
                        + "'; choose one of "
                        + Arrays.stream(values()).map(FailureProfile::title).collect(Collectors.joining(", ")) + "."));
    }

    private static Verdict ifSet(PostOutcome.Kind kind, Optional<Duration> errorVisibilityTimeout) {
        boolean isSet = errorVisibilityTimeout.isPresent();
        MessageRule rule = switch (kind) {
            case ANSWERED -> isSet ? MessageRule.STATUS_THEN_ERROR_VISIBILITY : MessageRule.STATUS_THEN_VISIBILITY;
            case SILENT -> isSet ? MessageRule.INACTIVE_THEN_ERROR_VISIBILITY : MessageRule.INACTIVE_THEN_VISIBILITY;
            case CLOSED, REFUSED ->
                isSet ? MessageRule.BROKEN_THEN_ERROR_VISIBILITY : MessageRule.BROKEN_THEN_VISIBILITY;
        };
        return new Verdict(rule, errorVisibilityTimeout);
    }
}
