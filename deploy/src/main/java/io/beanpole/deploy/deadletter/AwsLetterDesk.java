package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.lane.QueuePair;
import io.beanpole.deploy.lane.QueuePairs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The dead letters of one queue of SQS, with causes, snapshots and the record of actions. */
final class AwsLetterDesk implements LetterDesk, AutoCloseable {
    private final AwsAccess access;
    private final QueuePair pair;
    private final LetterFiling filing;
    private final Supplier<Map<String, String>> outcomes;
    private final SqsLetters letters;
    private final LetterJournal journal;

    /** @param outcomes what the daemon saw last of each message, by id; read anew for each run, since messages come and go */
    AwsLetterDesk(
            AwsAccess access,
            QueuePair pair,
            LetterFiling filing,
            Supplier<Map<String, String>> outcomes,
            LetterJournal journal) {
        this.access = access;
        this.pair = pair;
        this.filing = filing;
        this.outcomes = outcomes;
        this.letters = new SqsLetters(access, pair);
        this.journal = journal;
    }

    @Override
    public LetterCounts counts() {
        return letters.counts();
    }

    @Override
    public boolean isOrdered() {
        return letters.isOrdered();
    }

    @Override
    public Optional<Snapshot> newest() {
        return SnapshotFile.newest(folder()).map(SnapshotFile::read);
    }

    @Override
    public List<Path> snapshots() {
        return SnapshotFile.all(folder());
    }

    @Override
    public Snapshot snapshot(Path file) {
        var snapshot = SnapshotFile.read(file);
        if (!snapshot.queueName().equals(pair.deadLetterName())) {
            throw new DeployException(
                    file + " holds dead letters of " + snapshot.queueName() + ", not of " + pair.deadLetterName()
                            + "; nothing was sent.",
                    "Name the lane that they came from.");
        }
        return snapshot;
    }

    @Override
    public Look look(int most, Optional<Path> out, LetterRun run) {
        return GentleEnd.of(run, () -> {
            var peek = new Peek(letters, causes(), Clock.systemUTC());
            run.endsBy(peek::end);
            var look = peek.read(pair.deadLetterName(), most, run.progress());
            if (run.isEnding()) {
                throw new DeployException(
                        "Ended while looking; the letters were given back, and nothing else was done.");
            }
            keep(look.snapshot(), out, run);
            look.missing().ifPresent(run.progress()::say);
            return look;
        });
    }

    private void keep(Snapshot snapshot, Optional<Path> out, LetterRun run) {
        if (snapshot.letters().isEmpty()) {
            return;
        }
        var file = out.map(named -> SnapshotFile.write(named, snapshot))
                .orElseGet(() -> SnapshotFile.writeInto(folder(), snapshot));
        var count = snapshot.letters().size();
        run.progress()
                .say("Looked at " + count + " dead letter" + (count == 1 ? "" : "s")
                        + ", which raised the receive count of each by one; the snapshot is " + file + ".");
    }

    @Override
    public QuickFailure quickFailure() {
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
            return QuickFailure.of(queues.attributes(pair.queueUrl()), sqsd);
        }
    }

    @Override
    public RedriveOutcome redrive(LetterChoice choice, RedrivePlan plan, LetterRun run) {
        FifoRule.check(letters.isOrdered(), choice.isAll());
        return GentleEnd.of(run, () -> {
            var causes = causes();
            var redrive = new Redrive(
                    letters, letter -> choice.wanted().test(causes.of(letter)), plan, Tempo.real(), run.progress());
            redrive.tell(run::told);
            run.endsBy(redrive::end);
            return outcome(redrive, choice, plan, run);
        });
    }

    private RedriveOutcome outcome(Redrive redrive, LetterChoice choice, RedrivePlan plan, LetterRun run) {
        try {
            var outcome = redrive.run();
            journal.redriven(choice, plan, outcome, run.progress());
            return outcome;
        } catch (DeployException e) {
            // What was sent is on its way, also when the next call broke off.
            var soFar = redrive.soFar();
            if (soFar.sent() > 0) {
                run.progress().say("Broke off. " + soFar.message());
                journal.redriven(choice, plan, soFar, run.progress());
            }
            throw e;
        }
    }

    @Override
    public String move(int perSecond, LetterRun run) {
        var dead = letters.counts().dead();
        var task = MoveTask.start(access, pair, perSecond);
        journal.moved(dead, task, perSecond, run.progress());
        return task;
    }

    @Override
    public boolean replay(DeadLetter original, DeadLetter changed, LetterRun run) {
        return GentleEnd.of(run, () -> {
            var replay = new Replay(letters);
            run.endsBy(replay::end);
            try {
                return replay.send(original, changed);
            } finally {
                // It is on its way, also when giving the others back broke off.
                if (replay.isSent()) {
                    journal.replayed(original, changed, run);
                }
            }
        });
    }

    @Override
    public int purge(Set<String> ids, String words, LetterRun run) {
        return GentleEnd.of(run, () -> {
            var purge = new Purge(letters);
            run.endsBy(purge::end);
            try {
                return purge.delete(ids);
            } finally {
                // What is gone is gone, also when the next call broke off.
                run.deleted(purge.deleted());
                journal.purged(words, purge.deleted().size(), run.progress());
            }
        });
    }

    @Override
    public RestoreOutcome restore(Path file, int skip, int perSecond, LetterRun run) {
        var chosen = snapshot(file).letters().stream()
                .skip(skip)
                .map(Snapshot.Entry::letter)
                .toList();
        return GentleEnd.of(run, () -> {
            var restore = new Restore(letters, perSecond, Tempo.real());
            run.endsBy(restore::end);
            try {
                restore.send(chosen);
                return outcome(restore, chosen);
            } finally {
                // What was sent is on its way, also when the next call broke off.
                run.tried(skip + restore.tried());
                restored(file, skip + restore.tried(), outcome(restore, chosen), run);
            }
        });
    }

    private void restored(Path file, int done, RestoreOutcome outcome, LetterRun run) {
        if (outcome.left() > 0) {
            run.progress()
                    .say("Broke off with " + outcome.left() + (outcome.left() == 1 ? " letter" : " letters")
                            + " left: go on with --skip " + done + ".");
        }
        if (outcome.sent() + outcome.refused().size() > 0) {
            journal.restored(file, outcome, run.progress());
        }
    }

    private static RestoreOutcome outcome(Restore restore, List<DeadLetter> chosen) {
        return new RestoreOutcome(
                restore.sent(), restore.refused().stream().sorted().toList(), chosen.size() - restore.tried());
    }

    private Causes causes() {
        return new Causes(filing.places(), outcomes.get());
    }

    private Path folder() {
        return filing.folder().resolve(pair.deadLetterName());
    }

    @Override
    public void close() {
        letters.close();
    }
}
