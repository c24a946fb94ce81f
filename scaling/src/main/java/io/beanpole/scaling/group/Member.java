package io.beanpole.scaling.group;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One instance as its group's arithmetic sees it. Those who run real or simulated machines extend it. */
public class Member {
    private final String id;
    private final Instant launched;
    private final boolean isScaledOut;
    private final boolean isSpot;
    private MemberState state = MemberState.PENDING;
    private boolean isProtected;
    private @Nullable Instant inService;
    private @Nullable Instant interruption;

    /**
     * An instance that is being launched.
     *
     * @param isScaledOut whether a policy asked for it, so that it warms up
     * @param isSpot whether it is spare capacity that can be taken away
     */
    public Member(String id, Instant launched, boolean isScaledOut, boolean isSpot) {
        this.id = id;
        this.launched = launched;
        this.isScaledOut = isScaledOut;
        this.isSpot = isSpot;
    }

    /** The same instance in another group: it serves as before, and neither warms up nor is protected. */
    protected Member(Member moved) {
        this(moved.id, moved.launched, false, moved.isSpot);
        state = moved.state;
        inService = moved.inService;
        interruption = moved.interruption;
    }

    public final String id() {
        return id;
    }

    public final Instant launched() {
        return launched;
    }

    public final MemberState state() {
        return state;
    }

    public final void becomes(MemberState next) {
        state = next;
    }

    public final boolean isSpot() {
        return isSpot;
    }

    /** Whether scale-in leaves it alone; a request to end it, an interruption and a health check don't. */
    public final boolean isProtected() {
        return isProtected;
    }

    public final void protect(boolean next) {
        isProtected = next;
    }

    /** What Auto Scaling's health checks say; an application that fails on a machine that runs is not their matter. */
    public boolean isHealthy() {
        return true;
    }

    /** Whether its application came up, as far as is known. */
    public boolean works() {
        return true;
    }

    /** From now on it takes load, or will once it has warmed up. */
    public final void serves(Instant since) {
        state = MemberState.IN_SERVICE;
        inService = since;
    }

    /** When its spare capacity is taken away; null while nobody wants it back. */
    public final @Nullable Instant interruption() {
        return interruption;
    }

    public final void willBeInterrupted(Instant at) {
        interruption = at;
    }

    /** Whether it counts as added but not as carrying load. */
    public final boolean isWarming(Instant now, Duration warmUp) {
        Instant since = inService;
        return isScaledOut
                && (state.isPending()
                        || state == MemberState.IN_SERVICE && since != null && now.isBefore(since.plus(warmUp)));
    }
}
