package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminationOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    /** Launched 200, 110 and 55 minutes ago; so 40, 10 and 5 minutes are left of their hours. */
    private final List<Member> members = List.of(serving("old", 200), serving("middle", 110), serving("young", 55));

    @ParameterizedTest
    @CsvSource({
        "Default, old",
        "OldestInstance, old",
        "OldestLaunchTemplate, old",
        "NewestInstance, young",
        "ClosestToNextInstanceHour, young"
    })
    void eachPolicyChoosesAsAwsSays(String policy, String first) {
        assertThat(chosen(policy, PurchaseMix.ALL_ON_DEMAND, members, 1)).containsExactly(first);
    }

    @Test
    void thoseThatDoNotServeYetGoFirst() {
        Member pending = new Member("pending", NOW, true, false);

        assertThat(chosen("Default", PurchaseMix.ALL_ON_DEMAND, List.of(members.get(0), pending), 1))
                .containsExactly("pending");
    }

    @Test
    void theKindOfWhichThereIsTooMuchGoesFirst() {
        Member spot = new Member("spot", NOW.minusSeconds(60), true, true);
        spot.serves(NOW);

        assertThat(chosen("Default", new PurchaseMix(3, 100), List.of(members.get(0), spot), 1))
                .containsExactly("spot");
        assertThat(chosen("Default", new PurchaseMix(0, 0), List.of(members.get(0), spot), 1))
                .containsExactly("old");
    }

    private static List<String> chosen(String policy, PurchaseMix mix, List<Member> members, int count) {
        GroupSettings settings = new GroupSettings(new GroupSize(0, 9, 0), List.of(policy), mix, false, Set.of());
        return new TerminationOrder(settings, NOW)
                .chosen(members, count).stream().map(Member::id).toList();
    }

    private static Member serving(String id, long minutes) {
        Member member = new Member(id, NOW.minus(Duration.ofMinutes(minutes)), false, false);
        member.serves(NOW.minus(Duration.ofMinutes(minutes)));
        return member;
    }
}
