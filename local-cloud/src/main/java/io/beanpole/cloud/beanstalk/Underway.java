package io.beanpole.cloud.beanstalk;

/**
 * What the operation that runs is about, kept for the next start should the local cloud end in the middle of it.
 *
 * @param what goes on after "while"; empty when nothing runs
 * @param requestId of the request that began it, so that whoever follows that request hears of its end
 */
record Underway(String what, String requestId) {
    static final Underway NOTHING = new Underway("", "");

    boolean isNothing() {
        return what.isEmpty();
    }
}
