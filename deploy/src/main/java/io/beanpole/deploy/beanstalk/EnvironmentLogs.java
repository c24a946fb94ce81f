package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoType;

/**
 * The logs of an environment's instances, as Elastic Beanstalk collects them on request: RequestEnvironmentInfo makes
 * every instance bring its logs to S3, RetrieveEnvironmentInfo gives a link to each (reference 3.9 [D]). No single
 * instance can be asked.
 */
public final class EnvironmentLogs implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** A bundle is all that an instance has. */
    private static final Duration BUNDLE_DEADLINE = Duration.ofMinutes(5);

    private final ElasticBeanstalkClient beanstalk;
    private final LogPace pace;
    private final LogLinks links = new LogLinks();

    public EnvironmentLogs(AwsAccess access) {
        beanstalk = access.client(ElasticBeanstalkClient.builder());
        pace = access.hasOwnEndpoint() ? LogPace.OWN_CLOUD : LogPace.AWS;
    }

    /** Asks for the logs and waits for the first of them: log text by instance. */
    public SortedMap<String, String> tail(String environment) {
        var handedIn = collected(environment, EnvironmentInfoType.TAIL, DEADLINE, found -> !found.isEmpty());
        if (handedIn.isEmpty()) {
            throw new DeployException("No instance of " + environment + " handed in its logs within "
                    + DEADLINE.toSeconds() + " s; it may have no instance that runs.");
        }
        var logs = new TreeMap<String, String>();
        handedIn.forEach((instance, sample) -> logs.put(instance, links.text(sample.link())));
        return logs;
    }

    /**
     * Asks for the logs and waits until these instances have handed them in: those that did. It waits no longer than a
     * minute, and less where the others have all come and nothing comes any more, as when an instance is gone.
     *
     * @throws DeployException when none of them did
     */
    public List<LogTail> tails(String environment, Set<String> instances) {
        var handedIn = collected(
                environment,
                EnvironmentInfoType.TAIL,
                DEADLINE,
                found -> found.keySet().containsAll(instances));
        handedIn.keySet().retainAll(instances);
        if (handedIn.isEmpty()) {
            throw new DeployException(
                    "None of the chosen instances of " + environment + " handed in its logs within "
                            + DEADLINE.toSeconds() + " s.",
                    "They may be gone; choose among those that run now.");
        }
        var tails = new ArrayList<LogTail>();
        handedIn.forEach(
                (instance, sample) -> tails.add(new LogTail(instance, sample.takenAt(), links.text(sample.link()))));
        return tails;
    }

    /** Asks for all logs, and stores those of one instance in a file, a zip. */
    public void bundle(String environment, String instance, Path file) {
        var handedIn = collected(
                environment, EnvironmentInfoType.BUNDLE, BUNDLE_DEADLINE, found -> found.containsKey(instance));
        var sample = handedIn.get(instance);
        if (sample == null) {
            throw new DeployException(
                    "The instance " + instance + " of " + environment + " handed in no bundle of logs within "
                            + BUNDLE_DEADLINE.toMinutes() + " min.",
                    "It may be gone; choose among those that run now.");
        }
        links.store(sample.link(), file);
    }

    @Override
    public void close() {
        beanstalk.close();
    }

    /** Samples that were taken after now, by instance, once there are enough of them. */
    private SortedMap<String, Sample> collected(
            String environment, EnvironmentInfoType kind, Duration limit, Predicate<Map<String, Sample>> isEnough) {
        var before = retrieve(environment, kind).stream()
                .map(EnvironmentInfoDescription::sampleTimestamp)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        AwsCall.to(
                "ask for the logs of " + environment,
                () -> beanstalk.requestEnvironmentInfo(
                        request -> request.environmentName(environment).infoType(kind)));
        var samples = new TreeMap<String, Sample>();
        var arrivals = pace.arrivals();
        pace.within(limit).await("the logs of " + environment, () -> {
            for (var sample : retrieve(environment, kind)) {
                if (sample.sampleTimestamp().isAfter(before)) {
                    samples.put(sample.ec2InstanceId(), new Sample(sample.sampleTimestamp(), sample.message()));
                }
            }
            return isEnough.test(samples) || arrivals.haveEnded(samples.size());
        });
        return samples;
    }

    private List<EnvironmentInfoDescription> retrieve(String environment, EnvironmentInfoType kind) {
        return AwsCall.to(
                "fetch the logs of " + environment,
                () -> beanstalk
                        .retrieveEnvironmentInfo(
                                request -> request.environmentName(environment).infoType(kind))
                        .environmentInfo());
    }

    /** What one instance handed in, and where it lies for a quarter of an hour. */
    private record Sample(Instant takenAt, String link) {}
}
