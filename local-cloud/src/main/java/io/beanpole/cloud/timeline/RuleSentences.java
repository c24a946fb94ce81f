package io.beanpole.cloud.timeline;

import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.SqsdSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What each rule means for a message, in a sentence with the times that are in force. */
final class RuleSentences {
    private final SqsdSettings settings;

    RuleSentences(SqsdSettings settings) {
        this.settings = settings;
    }

    /** Empty when the message does not come back, or a rule that is still to come decides. */
    Optional<Instant> visibleAgain(MessageEvent event, Instant received) {
        return switch (event.rule()) {
            case STATUS_THEN_VISIBILITY, INACTIVE_THEN_VISIBILITY, BROKEN_THEN_VISIBILITY, REFUSED_BY_QUEUE ->
                Optional.of(received.plus(settings.visibilityTimeout()));
            case STATUS_THEN_ERROR_VISIBILITY, BROKEN_THEN_ERROR_VISIBILITY ->
                settings.errorVisibilityTimeout().map(event.at()::plus);
            case HANDED_BACK -> Optional.of(event.at());
            default -> Optional.empty();
        };
    }

    String sentence(MessageEvent event) {
        String visibility = seconds(settings.visibilityTimeout());
        String errorVisibility =
                settings.errorVisibilityTimeout().map(RuleSentences::seconds).orElse("not set");
        return switch (event.rule()) {
            case RECEIVED ->
                "Received; from now on the message is invisible for VisibilityTimeout (" + visibility + ").";
            case DELETED_ON_200 -> "Answered with exactly 200, which alone is success: deleted.";
            case STATUS_THEN_ERROR_VISIBILITY ->
                "Not 200, so a failure: visible again after ErrorVisibilityTimeout (" + errorVisibility + ").";
            case STATUS_THEN_VISIBILITY ->
                "Not 200, so a failure; ErrorVisibilityTimeout is not set, so the message waits out VisibilityTimeout ("
                        + visibility + " since its receive).";
            case INACTIVE_THEN_VISIBILITY ->
                "No byte came for InactivityTimeout (" + seconds(settings.inactivityTimeout())
                        + "), so the connection was cut; the application is not told. The message waits out"
                        + " VisibilityTimeout (" + visibility + " since its receive).";
            case BROKEN_THEN_ERROR_VISIBILITY ->
                "No connection, or a broken one: visible again after ErrorVisibilityTimeout (" + errorVisibility + ").";
            case BROKEN_THEN_VISIBILITY ->
                "No connection, or a broken one; ErrorVisibilityTimeout is not set, so the message waits out"
                        + " VisibilityTimeout (" + visibility + " since its receive).";
            case EXPIRED ->
                "Older than RetentionPeriod (" + seconds(settings.retentionPeriod())
                        + ") since its first receive: deleted without a POST.";
            case HANDED_BACK -> "Came when the daemon wanted no more: given back at once.";
            case REFUSED_BY_QUEUE ->
                "SQS refused the daemon's call, so the message waits out VisibilityTimeout (" + visibility
                        + " since its receive).";
            default -> event.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        };
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
