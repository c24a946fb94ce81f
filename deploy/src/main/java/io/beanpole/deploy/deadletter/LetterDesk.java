package io.beanpole.deploy.deadletter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dead letters of one queue: looked at, sent back, thrown away. All methods block; what changes something is written
 * down with the actions on the environment. An interrupted thread ends a run gently, so that what is held is given back.
 */
public interface LetterDesk {
    /** The most letters that a look reads unless somebody says otherwise. */
    int MOST = 10_000;

    /** How much lies in the dead-letter queue and in its source now; looking costs nothing. */
    LetterCounts counts();

    /** Whether it is a FIFO queue, of which a look sees only the first letters of each message group. */
    boolean isOrdered();

    /** The newest snapshot of this queue, from the disk: it costs nothing. */
    Optional<Snapshot> newest();

    /** The files of this queue's snapshots, the newest first. */
    List<Path> snapshots();

    /** Reads a snapshot; an error if it is of another queue. */
    Snapshot snapshot(Path file);

    /**
     * Looks at up to so many letters, puts them back and keeps a snapshot. Costs each letter one on its receive count,
     * and hides it from others until the look is over.
     *
     * @param out the file of the snapshot; empty for one in the folder of this queue
     */
    Look look(int most, Optional<Path> out, LetterRun run);

    /** How soon a message that fails is a dead letter again, by the times in force. */
    QuickFailure quickFailure();

    /** Sends letters back at a rate, until too many fail again. */
    RedriveOutcome redrive(LetterChoice choice, RedrivePlan plan, LetterRun run);

    /**
     * Has SQS move all letters back by itself: nothing is watched or stopped.
     *
     * @param perSecond the most letters a second, 1 to 500
     * @return the handle by which SQS can be told to stop
     */
    String move(int perSecond, LetterRun run);

    /**
     * Sends one letter back, changed or as it is.
     *
     * @return whether it could be deleted here; if not, it may be done twice
     */
    boolean replay(DeadLetter original, DeadLetter changed, LetterRun run);

    /**
     * Deletes letters for good.
     *
     * @param ids of letters that are in a snapshot, so that they can be restored
     * @param words which letters these are, for the record
     * @return how many were deleted
     */
    int purge(Set<String> ids, String words, LetterRun run);

    /**
     * Sends letters of a snapshot to the source queue; the dead-letter queue isn't touched.
     *
     * @param skip how many letters of the file, from its first on, are left out: a run that broke off did them
     * @param perSecond the most letters a second, 1 to 500
     */
    RestoreOutcome restore(Path file, int skip, int perSecond, LetterRun run);
}
