package io.beanpole.deploy.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A dead-letter queue and the queue that its letters came from. */
public interface LetterQueue {
    /** The most letters that one call takes. */
    int BATCH = 10;

    /**
     * The most bytes that one call sends: SQS takes 1 MiB since 2025, but other clouds and older queues 256 KiB (page
     * "Amazon SQS message quotas").
     */
    int BATCH_BYTES = 256 * 1024;

    /** Whether this is a FIFO queue: while letters are held, those behind them in their message groups can't be seen. */
    boolean isOrdered();

    /**
     * Up to ten letters, hidden from everybody else for the hold; none when there is none at the moment. Costs each of
     * them one on its receive count.
     */
    List<HeldLetter> receive(Duration hold);

    /** Holds letters for so long from now on; gives the ids of those that are held no more. */
    Set<String> hold(Collection<HeldLetter> letters, Duration time);

    /** Shows the letters to everybody again. */
    void release(Collection<HeldLetter> letters);

    /**
     * Deletes nothing, but fails if these credentials may not delete. Asked before anything is sent: a letter that is sent
     * and can't be deleted is done twice, and again with every try.
     */
    void checkDeletion();

    /** Deletes at most ten letters; gives the ids of those that could not be deleted. */
    Set<String> delete(List<HeldLetter> letters);

    /** Sends at most ten letters, of at most {@link #BATCH_BYTES} together, to the source queue; gives the ids of those that it did not take. */
    Set<String> send(List<DeadLetter> letters);

    /** How much lies in both queues now, approximately, as SQS counts. */
    LetterCounts counts();
}
