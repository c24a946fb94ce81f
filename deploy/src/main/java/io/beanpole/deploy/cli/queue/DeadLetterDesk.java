package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.deadletter.AwsDeadLetters;
import io.beanpole.deploy.deadletter.LetterDesk;
import io.beanpole.deploy.deadletter.LetterFiling;
import io.beanpole.deploy.deadletter.LetterRun;
import io.beanpole.deploy.deadletter.Look;
import io.beanpole.deploy.deadletter.Snapshot;
import io.beanpole.deploy.lane.QueuePair;
import io.beanpole.deploy.message.AwsMessageTimelines;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The dead letters of the lane that a command names; Ctrl-C ends what it does with them gently. */
final class DeadLetterDesk implements AutoCloseable {
    private final Shell shell;
    private final QueuePair pair;
    private final AwsDeadLetters all;
    private final LetterDesk letters;

    DeadLetterDesk(Shell shell, QueueChoice choice) {
        this.shell = shell;
        pair = choice.pair(shell).withDeadLetters();
        var access = choice.access(shell);
        var spec = choice.stage().spec(shell);
        var stage = choice.stage().stage(shell);
        var filing = LetterFiling.of(spec, stage, shell.checkout().directory());
        all = new AwsDeadLetters(access, filing, new AwsMessageTimelines(access), shell.progress());
        letters = all.desk(pair);
    }

    QueuePair pair() {
        return pair;
    }

    LetterDesk letters() {
        return letters;
    }

    /** A run whose sentences go to the shell. */
    LetterRun run() {
        return LetterRun.saying(shell.progress());
    }

    /** Does the work of a run, which Ctrl-C asks to end. */
    <T> T until(LetterRun run, Supplier<T> work) {
        try (var signal = new EndBySignal(run::end, shell.progress())) {
            return work.get();
        }
    }

    /** Looks at up to so many letters, puts them back and keeps a snapshot; says what that cost and what it missed. */
    Look look(int most, @Nullable Path out) {
        var run = run();
        return until(run, () -> letters.look(most, Optional.ofNullable(out), run));
    }

    /** The newest snapshot of this queue, from the disk: it costs nothing. */
    Optional<Snapshot> newest() {
        return letters.newest();
    }

    /** The newest snapshot; where there is none, one is taken. */
    Snapshot newestOrPeek(int most) {
        return newest().orElseGet(() -> look(most, null).snapshot());
    }

    @Override
    public void close() {
        all.close();
    }
}
