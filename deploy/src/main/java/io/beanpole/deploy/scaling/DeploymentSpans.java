package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.why.DeploymentSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/**
 * When an environment was being deployed to or changed, read from its events, which are all that Elastic Beanstalk keeps
 * of it.
 */
final class DeploymentSpans {
    /** Other operations, such as fetching logs or swapping names, change no instance. */
    private static final List<String> STARTS = List.of(
            "createEnvironment is starting.", "Environment update is starting.", "rebuildEnvironment is starting.");

    private static final List<String> ENDS = List.of(
            "Environment update completed successfully.",
            "Failed to deploy application.",
            "Failed to deploy configuration.",
            "Successfully launched environment",
            "rebuildEnvironment completed successfully.",
            "The environment was reverted to the previous configuration setting.");

    /** Told with and without "The" before it. */
    private static final String ABORTED = "nvironment update was aborted";

    /** What happens beside an operation, and goes on when it has ended: no end of it can be told from these. */
    private static final List<String> BESIDES = List.of(
            "requestEnvironmentInfo",
            "Pulled logs",
            "swapEnvironmentCNAMEs",
            "restartAppServer",
            "Environment health has transitioned",
            "Added instance",
            "Removed instance");

    private static final String ENDS_WITH_ERRORS = "operation is complete, but with errors";
    private static final String CREATION = "createEnvironment";
    private static final String REBUILDING = "rebuildEnvironment";
    private static final String CONFIGURATION = "configuration settings";
    private static final String NEW_VERSION = "application deployment";
    private static final int PAGE = 300;

    /** What was in progress at the end of the time that is looked at ends soon after it. */
    private static final Duration AFTERWARDS = Duration.ofHours(2);

    private final ElasticBeanstalkClient beanstalk;

    DeploymentSpans(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** Those of a stretch of time, the oldest first. */
    List<DeploymentSpan> of(String environment, Instant from, Instant to, Instant now) {
        var end = to.plus(AFTERWARDS);
        var events = AwsCall.to(
                "read the events of " + environment,
                () -> beanstalk
                        .describeEventsPaginator(request -> request.environmentName(environment)
                                .startTime(from)
                                .endTime(end.isBefore(now) ? end : null)
                                .maxRecords(PAGE))
                        .events()
                        .stream()
                        .collect(Collectors.toCollection(ArrayList::new)));
        // The newest come first, and several may be of one moment.
        Collections.reverse(events);
        events.sort(Comparator.comparing(EventDescription::eventDate));
        return spans(events, !end.isBefore(now) && isChanging(environment));
    }

    private boolean isChanging(String environment) {
        return AwsCall.to(
                "read the state of " + environment,
                () -> beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames(environment).includeDeleted(false))
                        .environments()
                        .stream()
                        .anyMatch(each -> each.status() != EnvironmentStatus.READY));
    }

    /** @param isChanging whether the last one is still in progress */
    static List<DeploymentSpan> spans(List<EventDescription> events, boolean isChanging) {
        var spans = new ArrayList<DeploymentSpan>();
        EventDescription begin = null;
        EventDescription last = null;
        var what = "";
        for (var event : events) {
            if (STARTS.contains(event.message())) {
                close(spans, begin, last, what);
                begin = event;
                last = event;
                what = begun(event);
            } else if (begin != null && event.message().contains(NEW_VERSION)) {
                what = "a deployment";
            } else if (begin != null && event.message().contains(CONFIGURATION)) {
                what = "a change of option settings";
            }
            if (begin != null && isEnd(event.message())) {
                close(spans, begin, event, what);
                begin = null;
            }
            if (begin != null && isOf(begin, event)) {
                last = event;
            }
        }
        if (begin != null) {
            spans.add(
                    new DeploymentSpan(begin.eventDate(), isChanging || last == null ? null : last.eventDate(), what));
        }
        return spans;
    }

    private static boolean isEnd(String message) {
        return ENDS.stream().anyMatch(message::startsWith)
                || message.contains(ENDS_WITH_ERRORS)
                || message.contains(ABORTED);
    }

    /** Whether an event is of the operation that began: by the request it names, else by what it says. */
    private static boolean isOf(EventDescription begin, EventDescription event) {
        return begin.requestId() != null && event.requestId() != null
                ? begin.requestId().equals(event.requestId())
                : BESIDES.stream().noneMatch(event.message()::startsWith);
    }

    private static String begun(EventDescription event) {
        if (event.message().startsWith(CREATION)) {
            return "the creation of the environment";
        }
        if (event.message().startsWith(REBUILDING)) {
            return "the rebuilding of the environment";
        }
        return event.versionLabel() == null
                ? "an update of the environment"
                : "the deployment of version " + event.versionLabel();
    }

    private static void close(
            List<DeploymentSpan> spans, @Nullable EventDescription begin, @Nullable EventDescription end, String what) {
        if (begin != null && end != null) {
            spans.add(new DeploymentSpan(begin.eventDate(), end.eventDate(), what));
        }
    }
}
