package io.beanpole.console.timeouts;

import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.timeout.EnvironmentTimes;
import io.beanpole.deploy.timeout.TimeoutStudy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The times of environments, judged by deploy's own rules. */
public final class StudiedTimes {
    private StudiedTimes() {}

    /** Of a worker whose queue contradicts what it declares. */
    public static TimeoutStudy worker(String name) {
        var settings = new TreeMap<OptionName, String>();
        Map.of(
                        "HttpConnections", "10",
                        "InactivityTimeout", "299",
                        "VisibilityTimeout", "300",
                        "RetentionPeriod", "345600",
                        "MaxRetries", "5")
                .forEach((option, value) -> settings.put(new OptionName("aws:elasticbeanstalk:sqsd", option), value));
        return new EnvironmentTimes(
                        name,
                        "Worker",
                        "64bit Amazon Linux 2023 v4.3.0 running Docker",
                        settings,
                        Map.of(
                                "QueueArn", "arn:aws:sqs:eu-central-1:111122223333:awseb-e-1-stack-AWSEBWorkerQueue-A",
                                "MessageRetentionPeriod", "1209600",
                                "RedrivePolicy", "{\"deadLetterTargetArn\": \"arn:x\", \"maxReceiveCount\": \"5\"}"),
                        Map.of("MessageRetentionPeriod", "1209600"),
                        Map.of(),
                        new DeclaredTimes(Optional.of("120s"), Optional.of("5s"), Optional.empty(), List.of()))
                .study();
    }

    /** Of an environment that has no queue. */
    public static TimeoutStudy web(String name) {
        return new EnvironmentTimes(
                        name,
                        "WebServer",
                        "64bit Amazon Linux 2023 v4.3.0 running Docker",
                        new TreeMap<>(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        new DeclaredTimes(Optional.empty(), Optional.empty(), Optional.of("15s"), List.of()))
                .study();
    }
}
