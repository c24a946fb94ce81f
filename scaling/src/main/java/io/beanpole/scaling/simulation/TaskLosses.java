package io.beanpole.scaling.simulation;

/** What becomes of tasks whose work ends before they are done. Times are in milliseconds. */
interface TaskLosses {
    /** Its instance is gone; the message comes back when its visibility timeout is over. */
    void killed(long sent, long begun);

    /** Its worker gave it back, and others can take it at once. */
    void handedBack(long sent, long begun);
}
