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
     * Up to ten letters, hidden from everybody else for the hold; none when there is none at the moment. Costs each of
     * them one on its receive count.
     */
    List<HeldLetter> receive(Duration hold);

    /** Shows the letters to everybody again. */
    void release(Collection<HeldLetter> letters);

    /** Deletes at most ten letters; gives the ids of those that could not be deleted. */
    Set<String> delete(List<HeldLetter> letters);

    /** Sends at most ten letters to the source queue; gives the ids of those that it did not take. */
    Set<String> send(List<DeadLetter> letters);

    /** How much lies in both queues now, approximately, as SQS counts. */
    LetterCounts counts();
}
