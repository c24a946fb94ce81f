package io.beanpole.deploy.timeout;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.OptionName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read of an environment, from which its times are put together.
 *
 * @param platform the solution stack's name
 * @param settings its option settings
 * @param queue attributes of its queue, by SQS's names; empty for a web environment
 * @param deadLetters attributes of the dead-letter queue; empty where there is none
 * @param files of the deployed bundle that decide about time, by path
 * @param declared by deployment.yml
 */
public record EnvironmentTimes(
        String environmentName,
        String tier,
        String platform,
        SortedMap<OptionName, String> settings,
        Map<String, String> queue,
        Map<String, String> deadLetters,
        Map<String, String> files,
        DeclaredTimes declared) {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";
    private static final String RETENTION = "MessageRetentionPeriod";

    /** Puts the times together and looks for contradictions. */
    public TimeoutReport report() {
        return study().report();
    }

    /** The same with the figures behind it. */
    public TimeoutStudy study() {
        return tier.equals("Worker") ? worker() : new TimeoutStudy(web(), List.of(), Optional.empty());
    }

    private TimeoutStudy worker() {
        var reading = new DeclaredReading(properties());
        var times = new WorkerTimes(
                environmentName,
                sqsd(),
                queueTimes(),
                proxy(),
                reading.read(declared),
                BundleTexts.periodicTasks(files));
        var contradictions = WorkerRules.check(times);
        var proposal = Proposal.of(times);
        var lives = new ArrayList<String>(RetryLife.answeredWithErrors(times).lines());
        lives.addAll(RetryLife.hanging(times).lines());
        var remarks = new ArrayList<>(reading.remarks());
        if (times.application().longestTask().isEmpty()) {
            remarks.add("deployment.yml declares no longestTask of workers, so InactivityTimeout stands for it.");
        }
        if (times.application().usualTask().isEmpty()) {
            remarks.add("deployment.yml declares no usualTask of workers; the longest one stands for it, by which sqsd"
                    + " fetches nothing ahead.");
        }
        if (times.queue().retention().isEmpty()) {
            remarks.add("This cloud doesn't tell how long its queues keep messages; that was not compared.");
        }
        var report = new TimeoutReport(
                environmentName,
                tier,
                words(times),
                lives,
                contradictions,
                proposal.options(),
                contradictions.isEmpty() ? "" : proposal.file(),
                remarks);
        var drawn = List.of(LifePicture.answeredWithErrors(times), LifePicture.hanging(times));
        return new TimeoutStudy(report, drawn, Optional.of(times));
    }

    private TimeoutReport web() {
        var reading = new DeclaredReading(properties());
        var times = new WebTimes(environmentName, balancerIdle(), proxy(), reading.read(declared));
        var words = new TreeMap<String, String>();
        times.balancerIdle().ifPresent(idle -> words.put("load balancer's idle timeout", Seconds.words(idle)));
        words.put("proxy", words(times.proxy()));
        times.application()
                .longestSilence()
                .ifPresent(silence -> words.put("application's longest silence", Seconds.words(silence)));
        var remarks = new ArrayList<>(reading.remarks());
        if (times.application().longestSilence().isEmpty()) {
            remarks.add("deployment.yml declares no longestSilence of the web tier, so nothing could be compared.");
        }
        return new TimeoutReport(environmentName, tier, words, List.of(), WebRules.check(times), Map.of(), "", remarks);
    }

    private SqsdTimes sqsd() {
        return new SqsdTimes(
                number("HttpConnections", 50),
                Duration.ofSeconds(number("InactivityTimeout", 299)),
                Duration.ofSeconds(number("VisibilityTimeout", 300)),
                said(SQSD, "ErrorVisibilityTimeout").map(text -> Duration.ofSeconds(Long.parseLong(text))),
                Duration.ofSeconds(number("RetentionPeriod", 345_600)),
                number("MaxRetries", 10));
    }

    private QueueTimes queueTimes() {
        var arn = queue.getOrDefault("QueueArn", "");
        return new QueueTimes(
                arn.substring(arn.lastIndexOf(':') + 1),
                said(SQSD, "WorkerQueueURL").isPresent(),
                arn.endsWith(".fifo"),
                retention(queue),
                maxReceives(queue.getOrDefault("RedrivePolicy", "")),
                retention(deadLetters));
    }

    private static Optional<Duration> retention(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get(RETENTION)).map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Integer> maxReceives(String policy) {
        try {
            var most = JsonMapper.shared()
                    .readTree(policy.isEmpty() ? "{}" : policy)
                    .path("maxReceiveCount")
                    .asInt(0);
            return most > 0 ? Optional.of(most) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Proxy proxy() {
        return ProxyReading.of(
                platform,
                files,
                said("aws:elasticbeanstalk:environment:proxy", "ProxyServer").orElse(""));
    }

    private Optional<Duration> balancerIdle() {
        if (said("aws:elasticbeanstalk:environment", "EnvironmentType")
                .filter("SingleInstance"::equals)
                .isPresent()) {
            return Optional.empty();
        }
        return said("aws:elbv2:loadbalancer", "IdleTimeout")
                .or(() -> said("aws:elb:policies", "ConnectionSettingIdleTimeout"))
                .or(() -> Optional.of("60"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private Map<String, String> properties() {
        var properties = new TreeMap<String, String>();
        settings.forEach((option, value) -> {
            if (option.namespace().equals(OptionName.PROPERTIES)) {
                properties.put(option.name(), value);
            }
        });
        return properties;
    }

    private int number(String name, int otherwise) {
        return said(SQSD, name).map(text -> whole(name, text)).orElse(otherwise);
    }

    private int whole(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new DeployException(
                    "The option " + name + " of " + environmentName + " is '" + text + "', which is no number.", e);
        }
    }

    private Optional<String> said(String namespace, String name) {
        return Optional.ofNullable(settings.get(new OptionName(namespace, name)))
                .filter(value -> !value.isBlank());
    }

    private static Map<String, String> words(WorkerTimes times) {
        var words = new TreeMap<String, String>();
        words.put("HttpConnections", String.valueOf(times.sqsd().connections()));
        words.put("InactivityTimeout", Seconds.words(times.sqsd().inactivity()));
        words.put("VisibilityTimeout", Seconds.words(times.sqsd().visibility()));
        words.put(
                "ErrorVisibilityTimeout",
                times.sqsd().errorVisibility().map(Seconds::words).orElse("not set"));
        words.put("RetentionPeriod", Seconds.words(times.sqsd().retention()));
        words.put("MaxRetries", String.valueOf(times.sqsd().maxRetries()));
        words.put(
                "queue",
                times.queue().name()
                        + times.queue()
                                .retention()
                                .map(kept -> ", kept " + Seconds.words(kept))
                                .orElse("")
                        + times.queue()
                                .maxReceives()
                                .map(most -> ", " + most + " receives")
                                .orElse(", no redrive policy"));
        times.queue()
                .deadLetterRetention()
                .ifPresent(retention -> words.put("dead letters kept", Seconds.words(retention)));
        words.put("proxy", words(times.proxy()));
        times.application()
                .longestTask()
                .ifPresent(time -> words.put("application's longest task", Seconds.words(time)));
        times.application().usualTask().ifPresent(time -> words.put("application's usual task", Seconds.words(time)));
        return words;
    }

    private static String words(Proxy proxy) {
        return proxy.isThere() ? "nginx, gives up after " + Seconds.words(proxy.readTimeout()) : "none";
    }
}
