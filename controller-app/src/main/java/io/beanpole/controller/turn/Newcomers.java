package io.beanpole.controller.turn;

import io.beanpole.controller.lane.LaneLook.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells who is idle from who has only just come: Auto Scaling calls an instance in service minutes before its
 * application takes messages, and an unprotected one looks idle then.
 */
final class Newcomers {
    private final Duration boot;
    private final Map<String, Instant> firstSeen = new HashMap<>();

    Newcomers(Duration boot) {
        this.boot = boot;
    }

    /** Takes note of who is there; who was there at the first look counts as just come too, to be safe. */
    void see(List<Member> members, Instant now) {
        firstSeen.keySet().retainAll(members.stream().map(Member::instance).collect(Collectors.toSet()));
        members.forEach(each -> firstSeen.putIfAbsent(each.instance(), now));
    }

    /** Whether it takes messages by now: it is protected, which only a worker at work is, or has had the time to boot. */
    boolean isUp(Member member, Instant now) {
        Instant since = firstSeen.getOrDefault(member.instance(), now);
        return member.isInService() && (member.isProtected() || !now.isBefore(since.plus(boot)));
    }

    boolean isIdle(Member member, Instant now) {
        return isUp(member, now) && !member.isProtected();
    }
}
