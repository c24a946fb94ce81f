package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoType;

/** The tail of the logs of an environment's instances, as Elastic Beanstalk collects them on request. */
public final class EnvironmentLogs implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Patience HANDING_IN = new Patience(DEADLINE, Duration.ofMillis(300));

    private final ElasticBeanstalkClient beanstalk;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public EnvironmentLogs(AwsAccess access) {
        beanstalk = access.client(ElasticBeanstalkClient.builder());
    }

    /** Asks for the logs and waits for them: log text by instance. */
    public SortedMap<String, String> tail(String environment) {
        var before = retrieve(environment).stream()
                .map(EnvironmentInfoDescription::sampleTimestamp)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        AwsCall.to(
                "ask for the logs of " + environment,
                () -> beanstalk.requestEnvironmentInfo(
                        request -> request.environmentName(environment).infoType(EnvironmentInfoType.TAIL)));
        var logs = new TreeMap<String, String>();
        HANDING_IN.await("the logs of " + environment, () -> {
            for (var sample : retrieve(environment)) {
                if (sample.sampleTimestamp().isAfter(before)) {
                    logs.put(sample.ec2InstanceId(), text(sample.message()));
                }
            }
            return !logs.isEmpty();
        });
        if (!logs.isEmpty()) {
            return logs;
        }
        throw new DeployException("No instance of " + environment + " handed in its logs within " + DEADLINE.toSeconds()
                + " s; it may have no instance that runs.");
    }

    @Override
    public void close() {
        beanstalk.close();
    }

    private List<EnvironmentInfoDescription> retrieve(String environment) {
        return AwsCall.to(
                "fetch the logs of " + environment,
                () -> beanstalk
                        .retrieveEnvironmentInfo(
                                request -> request.environmentName(environment).infoType(EnvironmentInfoType.TAIL))
                        .environmentInfo());
    }

    private String text(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(DEADLINE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DeployException("Could not download a log: S3 answered " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (IOException e) {
            throw new DeployException("Could not download a log: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Downloading a log was interrupted.", e);
        }
    }
}
