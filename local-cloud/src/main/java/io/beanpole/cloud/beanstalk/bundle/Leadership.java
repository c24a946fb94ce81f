package io.beanpole.cloud.beanstalk.bundle;

import java.util.concurrent.atomic.AtomicReference;

/** Which instance of one deployment runs what is {@code leader_only}: the first that asks (reference 4.3 [D]). */
public final class Leadership {
    private static final String NOBODY = "";

    private final AtomicReference<String> leader;

    private Leadership(String leader) {
        this.leader = new AtomicReference<>(leader);
    }

    /** Of a deployment that has not begun. */
    public static Leadership open() {
        return new Leadership(NOBODY);
    }

    /** Where nobody becomes the leader: instances that come later, by scaling or a change of options. */
    public static Leadership over() {
        return new Leadership("over");
    }

    /** Whether the instance is the leader; it stays so. */
    public boolean isLeader(String instance) {
        return leader.compareAndSet(NOBODY, instance) || instance.equals(leader.get());
    }
}
