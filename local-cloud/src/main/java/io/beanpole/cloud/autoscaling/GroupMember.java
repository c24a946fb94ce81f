package io.beanpole.cloud.autoscaling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One instance as its group sees it. All access is under the lock of {@link Groups}. */
final class GroupMember {
    private final String id;
    private final Instant launched;
    private final boolean isScaledOut;
    private MemberState state = MemberState.PENDING;
    private boolean isHealthy = true;
    private boolean isProtected;
    private String activity;
    private @Nullable Instant inService;

    /**
     * @param activity the id of the activity that launches it
     * @param isScaledOut whether a policy asked for it, so that it warms up
     */
    GroupMember(String id, Instant launched, String activity, boolean isScaledOut) {
        this.id = id;
        this.launched = launched;
        this.activity = activity;
        this.isScaledOut = isScaledOut;
    }

    /** The same instance in another group: it serves as before, and neither warms up nor is protected. */
    GroupMember movedBy(String nextActivity) {
        GroupMember moved = new GroupMember(id, launched, nextActivity, false);
        moved.state = state;
        moved.isHealthy = isHealthy;
        moved.inService = inService;
        return moved;
    }

    String id() {
        return id;
    }

    Instant launched() {
        return launched;
    }

    MemberState state() {
        return state;
    }

    boolean isHealthy() {
        return isHealthy;
    }

    boolean isProtected() {
        return isProtected;
    }

    /** The activity that launches or ends it. */
    String activity() {
        return activity;
    }

    void protect(boolean next) {
        isProtected = next;
    }

    void serves(Instant since, boolean healthy) {
        state = MemberState.IN_SERVICE;
        inService = since;
        isHealthy = healthy;
    }

    /** The application works on it now. */
    void heal() {
        isHealthy = true;
    }

    void leaves(String endingActivity) {
        state = MemberState.TERMINATING;
        activity = endingActivity;
    }

    /** Whether it counts as added but not as carrying load. */
    boolean isWarming(Instant now, Duration warmUp) {
        Instant since = inService;
        return isScaledOut
                && (state == MemberState.PENDING
                        || state == MemberState.IN_SERVICE && since != null && now.isBefore(since.plus(warmUp)));
    }
}
