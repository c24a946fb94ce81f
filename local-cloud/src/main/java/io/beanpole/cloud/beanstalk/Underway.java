package io.beanpole.cloud.beanstalk;

/**
 * What the operation that runs is about, kept for the next start should the local cloud end in the middle of it.
 *
 * @param what goes on after "while"; empty when nothing runs
 * @param requestId of the request that began it, so that whoever follows that request hears of its end
 * @param instances how many the environment had before; -1 when that doesn't matter
 */
record Underway(String what, String requestId, int instances) {
    static final Underway NOTHING = new Underway("", "", -1);

    Underway(String what, String requestId) {
        this(what, requestId, -1);
    }

    boolean isNothing() {
        return what.isEmpty();
    }
}
