package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.why.DeploymentSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/**
 * When an environment was being deployed to or changed, read from its events, which are all that Elastic Beanstalk keeps
 * of it.
 */
final class DeploymentSpans {
    private static final String STARTS = " is starting.";
    private static final List<String> ENDS = List.of(
            "Environment update completed successfully.",
            "Failed to deploy application.",
            "Failed to deploy configuration.",
            "Successfully launched environment",
            "The environment was reverted to the previous configuration setting.",
            "Environment update was aborted");
    private static final String CREATION = "createEnvironment";
    private static final String CONFIGURATION = "configuration settings";
    private static final String NEW_VERSION = "application deployment";
    private static final int MOST = 300;

    private final ElasticBeanstalkClient beanstalk;

    DeploymentSpans(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** Those since a time, the oldest first. */
    List<DeploymentSpan> of(String environment, Instant from) {
        var events = AwsCall.to(
                "read the events of " + environment,
                () -> new ArrayList<>(beanstalk
                        .describeEvents(request -> request.environmentName(environment)
                                .startTime(from)
                                .maxRecords(MOST))
                        .events()));
        var isChanging = AwsCall.to(
                "read the state of " + environment,
                () -> beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames(environment).includeDeleted(false))
                        .environments()
                        .stream()
                        .anyMatch(each -> each.status() != EnvironmentStatus.READY));
        // The newest come first, and several may be of one moment.
        Collections.reverse(events);
        events.sort(Comparator.comparing(EventDescription::eventDate));
        return spans(events, isChanging);
    }

    /** @param isChanging whether the last one is still in progress */
    static List<DeploymentSpan> spans(List<EventDescription> events, boolean isChanging) {
        var spans = new ArrayList<DeploymentSpan>();
        EventDescription begin = null;
        EventDescription last = null;
        var what = "";
        for (var event : events) {
            if (event.message().endsWith(STARTS)) {
                close(spans, begin, last, what);
                begin = event;
                what = begun(event);
            } else if (begin != null && event.message().contains(NEW_VERSION)) {
                what = "a deployment";
            } else if (begin != null && event.message().contains(CONFIGURATION)) {
                what = "a change of option settings";
            }
            if (begin != null && ENDS.stream().anyMatch(event.message()::startsWith)) {
                close(spans, begin, event, what);
                begin = null;
            }
            last = event;
        }
        if (begin != null) {
            spans.add(
                    new DeploymentSpan(begin.eventDate(), isChanging || last == null ? null : last.eventDate(), what));
        }
        return spans;
    }

    private static String begun(EventDescription event) {
        if (event.message().startsWith(CREATION)) {
            return "the creation of the environment";
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
