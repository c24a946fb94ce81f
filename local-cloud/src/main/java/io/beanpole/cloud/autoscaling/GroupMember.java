package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.Member;
import io.beanpole.scaling.group.MemberState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One real instance in its group: what is known of it beside the arithmetic. Under the lock of {@link Groups}. */
final class GroupMember extends Member {
    private String illness = "";
    private String activity;
    private @Nullable String arrival;

    /**
     * @param activity the id of the activity that launches it
     * @param isScaledOut whether a policy asked for it, so that it warms up
     * @param isSpot whether it is spare capacity that can be taken away
     */
    GroupMember(String id, Instant launched, String activity, boolean isScaledOut, boolean isSpot) {
        super(id, launched, isScaledOut, isSpot);
        this.activity = activity;
    }

    private GroupMember(GroupMember moved, String activity) {
        super(moved);
        this.illness = moved.illness;
        this.arrival = moved.arrival;
        this.activity = activity;
    }

    /** The same instance in another group: it serves as before, and neither warms up nor is protected. */
    GroupMember movedBy(String nextActivity) {
        return new GroupMember(this, nextActivity);
    }

    @Override
    public boolean isHealthy() {
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

    @Override
    public boolean works() {
        return arrival == null || arrival.isEmpty();
    }

    void leaves(String endingActivity) {
        becomes(MemberState.TERMINATING);
        activity = endingActivity;
    }
}
