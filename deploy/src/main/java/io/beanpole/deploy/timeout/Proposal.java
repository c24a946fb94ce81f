package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of sqsd options that fits together, the present ones where they do.
 *
 * @param options by name, in seconds or numbers
 * @param queueRetention of the source queue, which the option file sets too where it is Elastic Beanstalk's own
 * @param file what to paste into .ebextensions
 */
public record Proposal(Map<String, String> options, Duration queueRetention, String file) {
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final Duration ERROR_VISIBILITY = Duration.ofSeconds(15);
    private static final Duration MOST_RETENTION = Duration.ofDays(14);
    private static final Duration USUAL_RETENTION = Duration.ofDays(4);

    /** What would fit the application of a worker environment. */
    public static Proposal of(WorkerTimes times) {
        var inactivity = times.application()
                .longestTask()
                .filter(longest -> longest.compareTo(times.sqsd().inactivity()) > 0)
                .map(longest -> longest.plus(SLACK))
                .orElse(times.sqsd().inactivity());
        var settled = with(times, inactivity);
        var needed = settled.neededVisibility().plus(SLACK);
        var visibility = needed.compareTo(settled.sqsd().visibility()) > 0
                ? needed
                : settled.sqsd().visibility();
        if (visibility.compareTo(inactivity) <= 0) {
            visibility = inactivity.plus(SLACK);
        }
        var tries = times.queue().maxReceives().orElse(times.sqsd().maxRetries());
        var life = visibility.multipliedBy(tries + 1L);
        var retention = life.compareTo(times.sqsd().retention()) > 0
                ? shorter(life, MOST_RETENTION)
                : times.sqsd().retention();
        var options = new TreeMap<String, String>();
        options.put("HttpConnections", String.valueOf(times.sqsd().connections()));
        options.put("InactivityTimeout", String.valueOf(inactivity.toSeconds()));
        options.put("VisibilityTimeout", String.valueOf(visibility.toSeconds()));
        options.put(
                "ErrorVisibilityTimeout",
                String.valueOf(
                        times.sqsd().errorVisibility().orElse(ERROR_VISIBILITY).toSeconds()));
        options.put("RetentionPeriod", String.valueOf(retention.toSeconds()));
        options.put("MaxRetries", String.valueOf(tries));
        var isLongEnough = times.queue()
                .retention()
                .filter(kept -> times.queue()
                        .deadLetterRetention()
                        .filter(dead -> dead.compareTo(kept) > 0)
                        .isPresent());
        var queueRetention =
                isLongEnough.orElse(retention.compareTo(USUAL_RETENTION) > 0 ? retention : USUAL_RETENTION);
        return new Proposal(options, queueRetention, file(options, times, queueRetention));
    }

    private static WorkerTimes with(WorkerTimes times, Duration inactivity) {
        var sqsd = times.sqsd();
        return new WorkerTimes(
                times.environmentName(),
                new SqsdTimes(
                        sqsd.connections(),
                        inactivity,
                        sqsd.visibility(),
                        sqsd.errorVisibility(),
                        sqsd.retention(),
                        sqsd.maxRetries()),
                times.queue(),
                times.proxy(),
                times.application(),
                times.periodicTasks());
    }

    private static String file(Map<String, String> options, WorkerTimes times, Duration queueRetention) {
        var text = new StringBuilder("option_settings:\n  aws:elasticbeanstalk:sqsd:\n");
        options.forEach((name, value) ->
                text.append("    ").append(name).append(": \"").append(value).append("\"\n"));
        if (!times.queue().isCustom()) {
            text.append("Resources:\n  AWSEBWorkerQueue:\n    Type: AWS::SQS::Queue\n    Properties:\n")
                    .append("      MessageRetentionPeriod: ")
                    .append(queueRetention.toSeconds())
                    .append('\n');
        }
        return text.toString();
    }

    /** The file, a line each. */
    public List<String> lines() {
        return file.lines().toList();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
