package io.beanpole.deploy.version;

import java.util.List;

/**
 * What pruning does, or did.
 *
 * @param kept versions that stay
 * @param doomed labels of versions that may go, the oldest first
 * @param deleted labels of those that are gone by now; none in a dry run
 */
public record Prune(List<Kept> kept, List<String> doomed, List<String> deleted) {
    /** A version that stays, and why. */
    public record Kept(String label, String why) {}
}
