package io.beanpole.cloud.autoscaling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One instance as its group sees it. All access is under the lock of {@link Groups}. */
final class GroupMember {
    private final String id;
    private final Instant launched;
    private final boolean isScaledOut;
    private final boolean isSpot;
    private MemberState state = MemberState.PENDING;
    private boolean isProtected;
    private String illness = "";
    private String activity;
    private @Nullable String arrival;
    private @Nullable Instant inService;
    private @Nullable Instant interruption;

    /**
     * @param activity the id of the activity that launches it
     * @param isScaledOut whether a policy asked for it, so that it warms up
     * @param isSpot whether it is spare capacity that can be taken away
     */
    GroupMember(String id, Instant launched, String activity, boolean isScaledOut, boolean isSpot) {
        this.id = id;
        this.launched = launched;
        this.activity = activity;
        this.isScaledOut = isScaledOut;
        this.isSpot = isSpot;
    }

    /** The same instance in another group: it serves as before, and neither warms up nor is protected. */
    GroupMember movedBy(String nextActivity) {
        GroupMember moved = new GroupMember(id, launched, nextActivity, false, isSpot);
        moved.state = state;
        moved.illness = illness;
        moved.arrival = arrival;
        moved.inService = inService;
        moved.interruption = interruption;
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

    boolean isSpot() {
        return isSpot;
    }

    /** What Auto Scaling's health checks say; an application that fails on a machine that runs is not their matter. */
    boolean isHealthy() {
        return illness.isEmpty();
    }

    /** Which check found it ill, in AWS's words; empty while it is healthy. */
    String illness() {
        return illness;
    }

    void becomesIll(String check) {
        illness = check;
    }

    void heals() {
        illness = "";
    }

    boolean isProtected() {
        return isProtected;
    }

    void protect(boolean next) {
        isProtected = next;
    }

    /** The activity that launches or ends it. */
    String activity() {
        return activity;
    }

    /** Why its application did not come up, empty when it did; null before either is known. */
    @Nullable
    String arrival() {
        return arrival;
    }

    void arrives(String failure) {
        arrival = failure;
    }

    /** Whether its application came up, as far as is known. */
    boolean works() {
        return arrival == null || arrival.isEmpty();
    }

    void serves(Instant since) {
        state = MemberState.IN_SERVICE;
        inService = since;
    }

    void becomes(MemberState next) {
        state = next;
    }

    void leaves(String endingActivity) {
        state = MemberState.TERMINATING;
        activity = endingActivity;
    }

    /** When its spare capacity is taken away; null while nobody wants it back. */
    @Nullable
    Instant interruption() {
        return interruption;
    }

    void willBeInterrupted(Instant at) {
        interruption = at;
    }

    /** Whether it counts as added but not as carrying load. */
    boolean isWarming(Instant now, Duration warmUp) {
        Instant since = inService;
        return isScaledOut
                && (state.isPending()
                        || state == MemberState.IN_SERVICE && since != null && now.isBefore(since.plus(warmUp)));
    }
}
