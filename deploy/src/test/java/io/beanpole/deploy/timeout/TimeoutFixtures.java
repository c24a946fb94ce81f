package io.beanpole.deploy.timeout;

import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.OptionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Environments as AWS would tell of them: one in which all times fit, and one seed away from it each contradiction. */
final class TimeoutFixtures {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";

    final Map<OptionName, String> settings = new TreeMap<>();
    final Map<String, String> queue = new TreeMap<>();
    final Map<String, String> deadLetters = new TreeMap<>();
    final Map<String, String> files = new TreeMap<>();
    String tier = "Worker";
    String platform = "64bit Amazon Linux 2023 v4.1.0 running Docker";
    DeclaredTimes declared =
            new DeclaredTimes(Optional.of("TASK_LIMIT"), Optional.of("20s"), Optional.empty(), List.of("turn-id"));

    private TimeoutFixtures() {}

    /** A worker behind nginx in which everything fits. */
    static TimeoutFixtures cleanWorker() {
        var fixture = new TimeoutFixtures();
        fixture.sqsd("HttpConnections", "10")
                .sqsd("InactivityTimeout", "300")
                .sqsd("VisibilityTimeout", "310")
                .sqsd("ErrorVisibilityTimeout", "15")
                .sqsd("RetentionPeriod", "345600")
                .sqsd("MaxRetries", "5");
        fixture.settings.put(new OptionName(OptionName.PROPERTIES, "TASK_LIMIT"), "PT4M");
        fixture.queue.put("QueueArn", "arn:aws:sqs:eu-central-1:111122223333:awseb-e-1-stack-AWSEBWorkerQueue-A");
        fixture.queue.put("MessageRetentionPeriod", "345600");
        fixture.queue.put("RedrivePolicy", "{\"deadLetterTargetArn\": \"arn:x\", \"maxReceiveCount\": \"5\"}");
        fixture.deadLetters.put("MessageRetentionPeriod", "1209600");
        fixture.files.put(".platform/nginx/conf.d/timeouts.conf", "proxy_read_timeout 310s;\n");
        return fixture;
    }

    /** A web environment in which everything fits. */
    static TimeoutFixtures cleanWeb() {
        var fixture = new TimeoutFixtures();
        fixture.tier = "WebServer";
        fixture.declared = new DeclaredTimes(Optional.empty(), Optional.empty(), Optional.of("15s"), List.of());
        return fixture;
    }

    TimeoutFixtures sqsd(String name, String value) {
        return option(SQSD, name, value);
    }

    TimeoutFixtures option(String namespace, String name, String value) {
        settings.put(new OptionName(namespace, name), value);
        return this;
    }

    TimeoutReport report() {
        return study().report();
    }

    TimeoutStudy study() {
        return new EnvironmentTimes(
                        "shop", tier, platform, new TreeMap<>(settings), queue, deadLetters, files, declared)
                .study();
    }
}
