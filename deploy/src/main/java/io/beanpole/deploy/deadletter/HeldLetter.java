package io.beanpole.deploy.deadletter;

/**
 * A dead letter that we have received, so that nobody else gets it until it is given back or the hold is over.
 *
 * @param receipt by which SQS knows this receive
 */
public record HeldLetter(DeadLetter letter, String receipt) {
    /** The letter's id. */
    public String id() {
        return letter.id();
    }
}
