package io.beanpole.cloud.timeline;

import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.SqsdSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What each rule means for a message, in a sentence with the times that are in force. */
final class RuleSentences {
    private static final Duration DOCUMENTED_DEFAULT = Duration.ofSeconds(2);
    private static final String BROKEN = "No connection, or a broken one; ";
    private static final String SINCE_RECEIVE = " since its receive).";

    private final SqsdSettings settings;

    RuleSentences(SqsdSettings settings) {
        this.settings = settings;
    }

    /** Empty when the message does not come back, or a rule that is still to come decides. */
    Optional<Instant> visibleAgain(MessageEvent event, Instant received) {
        return switch (event.rule()) {
            case STATUS_THEN_VISIBILITY,
                    INACTIVE_THEN_VISIBILITY,
                    BROKEN_THEN_VISIBILITY,
                    DROPPED_UNPOSTED,
                    CUT_AT_STOP,
                    REFUSED_BY_QUEUE -> Optional.of(received.plus(settings.visibilityTimeout()));
            case STATUS_THEN_ERROR_VISIBILITY, INACTIVE_THEN_ERROR_VISIBILITY, BROKEN_THEN_ERROR_VISIBILITY ->
                settings.errorVisibilityTimeout().map(event.at()::plus);
            case STATUS_THEN_DOCUMENTED_DEFAULT, BROKEN_THEN_DOCUMENTED_DEFAULT ->
                Optional.of(event.at().plus(DOCUMENTED_DEFAULT));
            case INACTIVE_THEN_VISIBLE, HANDED_BACK, HANDED_BACK_UNPOSTED -> Optional.of(event.at());
            case RECEIVED, POSTED, DELETED_ON_200, CLOSED_THEN_POSTED_AGAIN, EXPIRED -> Optional.empty();
        };
    }

    /** Whether the message is not handed out again after this, because it was received as often as its queue allows. */
    boolean isLast(MessageEvent event, OptionalInt mostReceives) {
        return mostReceives.isPresent() && event.receiveCount() >= mostReceives.getAsInt() && comesBack(event);
    }

    /** Whether by this rule the queue hands the message out again, if it may. */
    boolean comesBack(MessageEvent event) {
        return visibleAgain(event, event.at()).isPresent();
    }

    String sentence(MessageEvent event, OptionalInt mostReceives) {
        return isLast(event, mostReceives)
                ? sentence(event) + " But that was the last receive of maxReceiveCount (" + mostReceives.getAsInt()
                        + "): when that time is over, it goes to the dead-letter queue."
                : sentence(event);
    }

    private String sentence(MessageEvent event) {
        return switch (event.rule()) {
            case RECEIVED -> "Received: invisible to others for VisibilityTimeout (" + visibility() + ").";
            case POSTED -> "POSTed to " + settings.target() + ".";
            case DELETED_ON_200 -> "Answered with exactly 200, which alone is success: deleted.";
            case STATUS_THEN_ERROR_VISIBILITY -> "Not 200, so a failure: " + afterErrorVisibility();
            case STATUS_THEN_VISIBILITY -> "Not 200, so a failure; " + notSet() + waitsOut();
            case STATUS_THEN_DOCUMENTED_DEFAULT -> "Not 200, so a failure; " + notSet() + asDocumented();
            case INACTIVE_THEN_VISIBILITY -> cut() + "it waits out VisibilityTimeout (" + visibility() + SINCE_RECEIVE;
            case INACTIVE_THEN_ERROR_VISIBILITY -> cut() + afterErrorVisibility();
            case INACTIVE_THEN_VISIBLE -> cut() + "visible again at once, as documented.";
            case BROKEN_THEN_ERROR_VISIBILITY -> BROKEN + afterErrorVisibility();
            case BROKEN_THEN_VISIBILITY -> BROKEN + notSet() + waitsOut();
            case BROKEN_THEN_DOCUMENTED_DEFAULT -> BROKEN + notSet() + asDocumented();
            case CLOSED_THEN_POSTED_AGAIN ->
                "The application closed the connection: POSTed again at once, with the same receive count.";
            case EXPIRED ->
                "Older than RetentionPeriod (" + seconds(settings.retentionPeriod())
                        + ") since its first receive: deleted without a POST.";
            case HANDED_BACK -> "Came when the daemon wanted no more: given back when its last long poll had ended.";
            case HANDED_BACK_UNPOSTED ->
                "Waited here too long for the rest of VisibilityTimeout (" + visibility()
                        + ") to cover the work: given back at once.";
            case DROPPED_UNPOSTED ->
                "Waited here longer than VisibilityTimeout (" + visibility()
                        + "), so others see it again already: not POSTed.";
            case CUT_AT_STOP -> "Still with the application when the drain was over: cut;" + waitsOut();
            case REFUSED_BY_QUEUE -> "SQS refused the daemon's call;" + waitsOut();
        };
    }

    private String cut() {
        return "No byte came for InactivityTimeout (" + seconds(settings.inactivityTimeout())
                + "), so the connection was cut, of which the application is not told; ";
    }

    private String afterErrorVisibility() {
        return "visible again after ErrorVisibilityTimeout ("
                + settings.errorVisibilityTimeout().map(RuleSentences::seconds).orElse("not set") + ").";
    }

    private static String notSet() {
        return "ErrorVisibilityTimeout is not set, so";
    }

    private String waitsOut() {
        return " it waits out VisibilityTimeout (" + visibility() + SINCE_RECEIVE;
    }

    private static String asDocumented() {
        return " it is visible again after the documented " + seconds(DOCUMENTED_DEFAULT) + ".";
    }

    private String visibility() {
        return seconds(settings.visibilityTimeout());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
