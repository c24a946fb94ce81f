package io.beanpole.cloud.beanstalk.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which versions of an application are deleted by themselves whenever one is created [D].
 *
 * @param serviceRole with which AWS would delete them; empty for none
 */
public record Lifecycle(String serviceRole, Rule count, Rule age) {
    static final Lifecycle NONE = new Lifecycle("", new Rule(false, 200, false), new Rule(false, 180, false));

    /** One run deletes no more [D]. */
    private static final int MOST_A_RUN = 100;

    /**
     * One of the two rules.
     *
     * @param most how many versions, or how many days
     * @param deletesSource whether the bundle goes too
     */
    public record Rule(boolean isEnabled, int most, boolean deletesSource) {}

    boolean isEnabled() {
        return count.isEnabled() || age.isEnabled();
    }

    /** Whether the bundles of what {@link #expired} go too. */
    boolean deletesSource() {
        return (count.isEnabled() && count.deletesSource()) || (age.isEnabled() && age.deletesSource());
    }

    /**
     * The versions to delete, oldest first.
     *
     * @param versions all of the application, newest first
     * @param kept labels of those that are in use, or were until less than ten weeks ago
     */
    List<VersionRecord> expired(List<VersionRecord> versions, Set<String> kept, Instant now) {
        List<VersionRecord> expired = new ArrayList<>();
        int surplus = count.isEnabled() ? versions.size() - count.most() : 0;
        Instant oldest = now.minus(Duration.ofDays(age.most()));
        for (int i = versions.size() - 1; i >= 0 && expired.size() < MOST_A_RUN; i--) {
            VersionRecord version = versions.get(i);
            boolean isOld = age.isEnabled() && version.created().isBefore(oldest);
            if ((isOld || expired.size() < surplus) && !kept.contains(version.label())) {
                expired.add(version);
            }
        }
        return expired;
    }
}
