package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.worker.protection.GroupMembers.Member;
import io.beanpole.worker.protection.MinuteOfProtection.Rhythm;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted as protected: what Auto Scaling says, where this process believes it. */
class MinuteOfProtectionTest {
    private static final Rhythm OFTEN = new Rhythm(Duration.ZERO, Duration.ofMillis(5));

    private final Group group = new Group();
    private final AtomicBoolean believed = new AtomicBoolean(true);
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final MinuteOfProtection minute =
            new MinuteOfProtection(believed::get, () -> "i-own", group, published::add, OFTEN);

    @AfterEach
    void close() {
        minute.close();
    }

    @Test
    void aProtectedInstanceIsCountedInTheGroupInWhichItIsNow() {
        group.holds = new Member("i-own", "group-1", true, true);
        await().until(() -> published.contains("group-1"));

        group.holds = new Member("i-own", "group-2", true, true);

        await().until(() -> published.contains("group-2"));
    }

    @Test
    void whoseProtectionWasTakenAwayIsNotCountedWhateverItBelieves() {
        group.holds = new Member("i-own", "group-1", false, true);
        awaitLooks();

        assertThat(published).isEmpty();
    }

    @Test
    void whoIsNotProtectedAsksNobody() {
        believed.set(false);
        awaitQuiet();
        int looks = group.looks.get();
        group.holds = new Member("i-own", "group-1", true, true);

        await().during(Duration.ofMillis(100)).until(() -> group.looks.get() == looks);
        assertThat(published).isEmpty();
    }

    @Test
    void aFailureIsTriedAgain() {
        group.failures.set(3);
        group.holds = new Member("i-own", "group-1", true, true);

        await().until(() -> published.contains("group-1"));
    }

    private void awaitLooks() {
        int seen = group.looks.get();
        await().until(() -> group.looks.get() > seen + 3);
    }

    /** A look that was under way has ended. */
    private void awaitQuiet() {
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
    }

    /** The group of this instance as Auto Scaling would tell of it. */
    private static final class Group implements GroupMembers {
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile Member holds = new Member("i-own", "group-1", false, true);

        @Override
        public List<Member> find(Collection<String> ids) {
            looks.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new ProtectionException("Throttled.", new IllegalStateException());
            }
            assertThat(ids).containsExactly("i-own");
            return List.of(holds);
        }

        @Override
        public void protect(String group, Collection<String> ids, boolean isProtected) {
            throw new AssertionError("Publishing changes nothing.");
        }
    }
}
