package io.beanpole.deploy.lane.setup;

/**
 * One resource of a lane, and what {@code lanes apply} did to it.
 *
 * @param lane the lane
 * @param resource its kind and name
 * @param done created, changed or kept
 * @param message what is different now, or that nothing is
 */
public record LaneChange(String lane, String resource, Done done, String message) {
    /** What was done. */
    public enum Done {
        CREATED,
        CHANGED,
        KEPT
    }
}
