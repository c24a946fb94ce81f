package io.beanpole.scaling.simulation;

/** The tasks that wait, the oldest first: of each only the moment at which it was sent, in milliseconds. */
final class WaitingTasks {
    private long[] sent = new long[1024];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(long moment) {
        grow();
        sent[(head + size) & (sent.length - 1)] = moment;
        size++;
    }

    /** One that was being worked on comes back: it is older than those that wait. */
    void putBack(long moment) {
        grow();
        head = (head - 1) & (sent.length - 1);
        sent[head] = moment;
        size++;
    }

    /** When the oldest was sent; there must be one. */
    long oldest() {
        return sent[head];
    }

    /** Takes the oldest; there must be one. */
    long take() {
        long moment = sent[head];
        head = (head + 1) & (sent.length - 1);
        size--;
        return moment;
    }

    private void grow() {
        if (size < sent.length) {
            return;
        }
        long[] larger = new long[sent.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = sent[(head + i) & (sent.length - 1)];
        }
        sent = larger;
        head = 0;
    }
}
