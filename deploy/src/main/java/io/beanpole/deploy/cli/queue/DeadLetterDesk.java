package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionLog;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.cli.shell.Counted;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.deadletter.Causes;
import io.beanpole.deploy.deadletter.Look;
import io.beanpole.deploy.deadletter.Peek;
import io.beanpole.deploy.deadletter.Snapshot;
import io.beanpole.deploy.deadletter.SnapshotFile;
import io.beanpole.deploy.deadletter.SqsLetters;
import io.beanpole.deploy.lane.QueuePair;
import io.beanpole.deploy.lane.QueuePairs;
import io.beanpole.deploy.local.LocalCloudConsole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dead letters of one lane, with what every command about them needs: causes, snapshots, the record of actions. */
final class DeadLetterDesk implements AutoCloseable {
    /** The most messages that the local cloud tells of at once. */
    private static final int TIMELINE = 5_000;

    private final Shell shell;
    private final QueueChoice choice;
    private final QueuePair pair;
    private final SqsLetters letters;
    private final ActionLog log;
    private final Causes causes;

    DeadLetterDesk(Shell shell, QueueChoice choice) {
        this.shell = shell;
        this.choice = choice;
        pair = choice.pair(shell).withDeadLetters();
        var access = choice.access(shell);
        letters = new SqsLetters(access, pair);
        log = new ActionLog(access, shell.progress());
        causes = new Causes(choice.stage().spec(shell).queues().deadLetters(), outcomes());
    }

    QueuePair pair() {
        return pair;
    }

    SqsLetters letters() {
        return letters;
    }

    Causes causes() {
        return causes;
    }

    /** Looks as {@link #look} does. */
    Snapshot peek(int most, @Nullable Path out) {
        return look(most, out).snapshot();
    }

    /** Looks at up to so many letters, puts them back and keeps a snapshot; says what that cost and what it missed. */
    Look look(int most, @Nullable Path out) {
        var look = look(most);
        keep(look.snapshot(), out);
        look.missing().ifPresent(shell.progress()::say);
        return look;
    }

    private Look look(int most) {
        var peek = new Peek(letters, causes, Clock.systemUTC());
        try (var signal = new EndBySignal(peek::end, shell.progress())) {
            var look = peek.read(pair.deadLetterName(), most, shell.progress());
            if (signal.isEnding()) {
                throw new DeployException(
                        "Ended while looking; the letters were given back, and nothing else was done.");
            }
            return look;
        }
    }

    private void keep(Snapshot snapshot, @Nullable Path out) {
        if (snapshot.letters().isEmpty()) {
            return;
        }
        var file = out == null ? SnapshotFile.writeInto(folder(), snapshot) : SnapshotFile.write(out, snapshot);
        shell.progress()
                .say("Looked at " + Counted.of(snapshot.letters().size(), "dead letter")
                        + ", which raised the receive count of each by" + " one; the snapshot is " + file
                        + ".");
    }

    /** The newest snapshot of this queue, from the disk: it costs nothing. */
    Optional<Snapshot> newest() {
        return SnapshotFile.newest(folder()).map(SnapshotFile::read);
    }

    /** The newest snapshot; where there is none, one is taken. */
    Snapshot newestOrPeek(int most) {
        return newest().orElseGet(() -> peek(most, null));
    }

    /** How long a message of the lane lives whose every try is answered with an error at once. */
    Duration quickFailure() {
        var access = choice.access(shell);
        var sqsd = new HashMap<String, String>();
        if (!pair.environmentName().isEmpty()) {
            try (var environments = Environments.ofAllApplications(access)) {
                environments
                        .find(pair.environmentName())
                        .map(environments::settings)
                        .orElseGet(TreeMap::new)
                        .forEach((option, value) -> {
                            if (option.namespace().equals("aws:elasticbeanstalk:sqsd")) {
                                sqsd.put(option.name(), value);
                            }
                        });
            }
        }
        try (var queues = new QueuePairs(access)) {
            return WatchTime.life(queues.attributes(pair.queueUrl()), sqsd);
        }
    }

    /** Writes an action down; it was done already, so a record that can't be kept is only said. */
    void record(String action, String message, Map<String, String> details) {
        var all = new HashMap<>(details);
        all.put("queue", pair.queueName());
        try {
            log.write(
                    new ActionSubject(choice.stage().spec(shell).application(), pair.subject()), action, message, all);
        } catch (DeployException e) {
            shell.progress().say("It was done, but could not be written down: " + e.getMessage());
        }
    }

    private Path folder() {
        return shell.checkout()
                .directory()
                .state()
                .resolve("dead-letters")
                .resolve(choice.stage().stage(shell).name())
                .resolve(pair.deadLetterName());
    }

    /** What the local cloud's daemon saw last of each message; AWS keeps no such timeline. */
    private Map<String, String> outcomes() {
        var outcomes = new HashMap<String, String>();
        if (choice.stage().stage(shell).localCloud()) {
            try {
                new LocalCloudConsole(shell.checkout().runningLocalCloud())
                        .messages(pair.queueName(), TIMELINE)
                        .forEach(message -> outcomes.put(
                                message.path("messageId").asString(""),
                                message.path("outcome").asString("")));
            } catch (DeployException e) {
                shell.progress().say("No timeline is known of " + pair.queueName() + ": " + e.getMessage());
            }
        }
        outcomes.values().removeIf(String::isBlank);
        return outcomes;
    }

    @Override
    public void close() {
        letters.close();
        log.close();
    }
}
