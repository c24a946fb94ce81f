package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.util.List;

/** Sends one dead letter back, changed or as it is: first it is sent, then deleted here, so that it can't be lost. */
public final class Replay {
    private final LetterQueue queue;
    private boolean isSent;
    private volatile boolean isEnded;

    public Replay(LetterQueue queue) {
        this.queue = queue;
    }

    /**
     * Sends it.
     *
     * @param original as it lies in the queue; found by its id
     * @param changed what is sent in its place
     * @return whether it could be deleted here; if not, it may be done twice
     */
    public boolean send(DeadLetter original, DeadLetter changed) {
        queue.checkDeletion();
        try (var hold = new LetterHold(queue, Tempo.real())) {
            while (!isEnded && !hold.isAll()) {
                for (var letter : hold.receive()) {
                    if (letter.id().equals(original.id())) {
                        return send(hold, letter, changed);
                    }
                }
            }
        }
        if (isEnded) {
            throw new DeployException("Ended before the message " + original.id() + " was found; nothing was sent.");
        }
        if (queue.isOrdered()) {
            throw new DeployException(
                    "The message " + original.id() + " can't be reached now; nothing was sent. Of a FIFO queue only the"
                            + " first letters of each message group can.",
                    "Send those before it first.");
        }
        throw new DeployException(
                "The message " + original.id() + " is no dead letter any more; nothing was sent.",
                "./beanpole dlq list looks at what is there now.");
    }

    private boolean send(LetterHold hold, HeldLetter letter, DeadLetter changed) {
        if (!queue.send(List.of(changed)).isEmpty()) {
            throw new DeployException(
                    "The source queue did not take the message " + letter.id() + "; it is a dead letter as before.");
        }
        isSent = true;
        var isDeleted = delete(letter);
        if (isDeleted) {
            hold.forget(letter);
        }
        return isDeleted;
    }

    /** Once it is sent, a deletion that breaks is told like one that is refused: the letter may be done twice. */
    private boolean delete(HeldLetter letter) {
        try {
            return queue.delete(List.of(letter)).isEmpty();
        } catch (DeployException e) {
            return false;
        }
    }

    /** Whether the source queue took the letter, also when what came after it broke off. */
    public boolean isSent() {
        return isSent;
    }

    /** Ends the search for the letter; what is held is given back. May be called by any thread. */
    public void end() {
        isEnded = true;
    }
}
