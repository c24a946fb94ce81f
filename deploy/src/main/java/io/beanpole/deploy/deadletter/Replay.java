package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.util.List;

/** Sends one dead letter back, changed or as it is: first it is sent, then deleted here, so that it can't be lost. */
public final class Replay {
    private final LetterQueue queue;

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
        try (var hold = new LetterHold(queue)) {
            while (!hold.isAll()) {
                for (var letter : hold.receive()) {
                    if (letter.id().equals(original.id())) {
                        return send(hold, letter, changed);
                    }
                }
            }
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
        var isDeleted = queue.delete(List.of(letter)).isEmpty();
        if (isDeleted) {
            hold.forget(letter);
        }
        return isDeleted;
    }
}
