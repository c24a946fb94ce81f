package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.task.BeatStore;
import io.beanpole.worker.TestDatabase;
import io.beanpole.worker.protection.GroupMembers.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose protection is taken away, and whose is not. */
class ProtectionSweepTest {
    private final JdbcClient jdbc = TestDatabase.client();
    private final BeatStore beats = new BeatStore(jdbc);
    private final Groups groups = new Groups();
    private final ProtectionSweep sweep = new ProtectionSweep(beats, groups, Duration.ofMinutes(3));

    @BeforeEach
    void empty() {
        jdbc.sql("truncate worker_beats").update();
    }

    @Test
    void aCrashedWorkersProtectionIsLetGoAndABusyOnesIsNot() {
        beat("i-crashed", true, "10 minutes");
        beat("i-busy", true, "10 seconds");
        groups.has("i-crashed", "group-1", true);
        groups.has("i-busy", "group-1", true);

        assertThat(sweep.sweep()).isEqualTo(Map.of("group-1", Set.of("i-crashed")));

        assertThat(groups.letGo).containsExactly("i-crashed");
        assertThat(sweep.sweep()).isEmpty();
    }

    @Test
    void anIdleWorkerThatCouldNotLetGoIsHelped() {
        beat("i-idle", false, "5 seconds");
        jdbc.sql("update worker_beats set since = now() - interval '5 minutes'").update();
        groups.has("i-idle", "group-2", true);

        assertThat(sweep.sweep()).isEqualTo(Map.of("group-2", Set.of("i-idle")));
    }

    @Test
    void whoNeverBeatKeepsItsProtectionBecauseAnOlderVersionMayBeBusyThere() {
        groups.has("i-older", "group-1", true);

        assertThat(sweep.sweep()).isEmpty();
        assertThat(groups.letGo).isEmpty();
    }

    @Test
    void whoIsGoneIsForgottenAndWhoIsOnlySilentIsNot() {
        beat("i-gone", false, "10 minutes");
        beat("i-silent", true, "10 minutes");
        groups.has("i-silent", "group-1", false);

        assertThat(sweep.sweep()).isEmpty();

        assertThat(jdbc.sql("select instance_id from worker_beats")
                        .query(String.class)
                        .list())
                .containsExactly("i-silent");
    }

    @Test
    void whoTakesUpWorkWhileItsGroupIsLookedAtKeepsItsProtection() {
        beat("i-idle", false, "10 minutes");
        groups.has("i-idle", "group-1", true);
        groups.afterFind = () -> beats.beat("i-idle", "standard", true);

        assertThat(sweep.sweep()).isEmpty();

        assertThat(groups.letGo).isEmpty();
    }

    @Test
    void whoTakesUpWorkInTheVeryMomentItIsLetGoIsProtectedAgain() {
        beat("i-idle", false, "10 minutes");
        beat("i-crashed", true, "10 minutes");
        groups.has("i-idle", "group-1", true);
        groups.has("i-crashed", "group-1", true);
        groups.afterLetGo = () -> beats.beat("i-idle", "standard", true);

        assertThat(sweep.sweep()).isEqualTo(Map.of("group-1", Set.of("i-crashed")));

        assertThat(groups.letGo).containsExactlyInAnyOrder("i-crashed", "i-idle");
        assertThat(groups.find(Set.of("i-idle"))).allMatch(Member::isProtected);
    }

    @Test
    void whoseWorkerEndedInOrderKeepsItsProtectionBecauseAnOlderVersionMayHaveFollowed() {
        beat("i-rolled-back", true, "10 minutes");
        new StoredBeats(beats, () -> "i-rolled-back", "standard").end();
        groups.has("i-rolled-back", "group-1", true);

        assertThat(sweep.sweep()).isEmpty();

        assertThat(groups.letGo).isEmpty();
    }

    @Test
    void anInstanceOnItsWayOutAndAGroupThatRefusesDoNotKeepTheOthers() {
        Stream.of("i-terminating", "i-crashed", "i-refused").forEach(id -> beat(id, true, "10 minutes"));
        groups.members.add(new Member("i-terminating", "group-2", true, false));
        groups.has("i-refused", "group-1", true);
        groups.has("i-crashed", "group-2", true);
        groups.refusing = "group-1";

        assertThat(sweep.sweep()).isEqualTo(Map.of("group-2", Set.of("i-crashed")));

        assertThat(groups.letGo).containsExactly("i-crashed");
    }

    private void beat(String instance, boolean busy, String ago) {
        beats.beat(instance, "standard", busy);
        jdbc.sql("update worker_beats set seen_at = now() - :ago::interval, since = now() - :ago::interval"
                        + " where instance_id = :id")
                .param("ago", ago)
                .param("id", instance)
                .update();
    }

    /** Groups as Auto Scaling would tell of them. */
    private static final class Groups implements GroupMembers {
        private final List<Member> members = new ArrayList<>();
        private final List<String> letGo = new ArrayList<>();
        private Runnable afterFind = () -> {};
        private Runnable afterLetGo = () -> {};
        private @Nullable String refusing;

        void has(String id, String group, boolean isProtected) {
            members.add(new Member(id, group, isProtected, true));
        }

        @Override
        public List<Member> find(Collection<String> ids) {
            List<Member> found =
                    members.stream().filter(member -> ids.contains(member.id())).toList();
            afterFind.run();
            return found;
        }

        @Override
        public void protect(String group, Collection<String> ids, boolean isProtected) {
            if (group.equals(refusing)) {
                throw new ProtectionException("Access denied.", new IllegalStateException());
            }
            members.replaceAll(member ->
                    ids.contains(member.id()) ? new Member(member.id(), member.group(), isProtected, true) : member);
            if (!isProtected) {
                letGo.addAll(ids);
                afterLetGo.run();
            }
        }
    }
}
