package io.beanpole.console.environments;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.fleet.FleetEnvironment;
import io.beanpole.deploy.fleet.FleetQueue;
import java.time.Duration;
import java.util.List;

/**
 * One environment as the table shows it.
 *
 * @param card of the connection that it is reached by
 * @param region of that connection
 * @param group what the table is grouped by; empty where it isn't
 * @param startsGroup whether the line before it is of another group
 */
record EnvironmentLine(
        ConnectionCard card, String region, FleetEnvironment environment, String group, boolean startsGroup) {
    EnvironmentLine(ConnectionCard card, String region, FleetEnvironment environment) {
        this(card, region, environment, "", false);
    }

    /** What tells it from all others: two connections may have environments of one name. */
    String key() {
        return card.name() + " " + name();
    }

    EnvironmentLine in(String newGroup, boolean isFirst) {
        return newGroup.equals(group) && isFirst == startsGroup
                ? this
                : new EnvironmentLine(card, region, environment, newGroup, isFirst);
    }

    EnvironmentOverview overview() {
        return environment.overview();
    }

    String name() {
        return overview().name();
    }

    String tier() {
        return Words.of(overview().isWorker() ? "environments.tier.worker" : "environments.tier.web");
    }

    boolean isOk() {
        return overview().healthStatus().equals("Ok");
    }

    /** How it is and the first cause; beside it what is being done to it, unless nothing is. */
    Mark health() {
        var health = overview().healthStatus();
        var status = overview().status();
        var causes = overview().causes();
        var word = overview().isReady() ? health : Words.of("environments.health.busy", health, status);
        var detail = String.join("\n", causes);
        return new Mark(
                Tone.ofHealth(health),
                causes.isEmpty() ? word : Words.of("environments.health.because", word, causes.get(0)),
                overview().isReady()
                        ? detail
                        : (detail + "\n" + Words.of("environments.health.detail", status)).strip());
    }

    /** The label; a warning where instances run others. */
    Mark version() {
        var label = overview().versionLabel();
        return environment.hasDrifted()
                ? new Mark(
                        Tone.WARNING,
                        label,
                        Words.of("environments.drift", String.join(", ", environment.versions()), label))
                : new Mark(Tone.GOOD, label, label);
    }

    /** The platform's version; a warning where it ends, a notice where there is a newer one. */
    Mark platform() {
        var platform = environment.platform();
        var shown = platform.version().isEmpty() ? platform.branch() : platform.version();
        if (platform.isEnding()) {
            return new Mark(
                    Tone.WARNING,
                    shown,
                    Words.of("environments.platform.ending", platform.branch(), platform.lifecycle()));
        }
        return platform.newer()
                .map(newer ->
                        new Mark(Tone.NOTICE, shown, Words.of("environments.platform.newer", platform.branch(), newer)))
                .orElseGet(() -> new Mark(Tone.GOOD, shown, platform.branch()));
    }

    /** Instances in service; those that shall be beside it where that differs. */
    String instances() {
        return environment
                .group()
                .map(group -> group.inService() == group.desired()
                        ? String.valueOf(group.inService())
                        : Words.of(
                                "environments.instances.of",
                                String.valueOf(group.inService()),
                                String.valueOf(group.desired())))
                .orElse("–");
    }

    /** Messages that wait; -1 where there is no queue. */
    long depth() {
        return environment.queue().map(FleetQueue::depth).orElse(-1L);
    }

    /** Seconds that the oldest message waits; -1 where none does. */
    long oldestSeconds() {
        return environment
                .queue()
                .flatMap(FleetQueue::oldest)
                .map(Duration::toSeconds)
                .orElse(-1L);
    }

    /** Messages in the dead-letter queue; -1 where there is no queue. */
    long deadLetters() {
        return environment.queue().map(FleetQueue::deadLetters).orElse(-1L);
    }

    /** The depth of the last hour; empty where there is no queue. */
    List<FleetQueue.Depth> hour() {
        return environment.queue().map(FleetQueue::hour).orElse(List.of());
    }
}
