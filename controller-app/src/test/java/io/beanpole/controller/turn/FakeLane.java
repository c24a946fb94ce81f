package io.beanpole.controller.turn;

import io.beanpole.controller.ControllerException;
import io.beanpole.controller.lane.Lane;
import io.beanpole.controller.lane.LaneLook;
import io.beanpole.controller.lane.LaneLook.Member;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A lane in memory, of which a test says what it looks like. */
final class FakeLane implements Lane {
    final List<Member> members = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final List<Integer> grown = new ArrayList<>();
    Instant now = Instant.parse("2026-01-05T12:00:00Z");
    int visible;
    int inFlight;
    boolean grownByOthers;
    int looks;
    String becomesBusyAfterTheLook = "";
    OptionalDouble arrivals = OptionalDouble.empty();
    Optional<String> hindrance = Optional.empty();
    Optional<String> fault = Optional.empty();

    @Override
    public String name() {
        return "standard";
    }

    @Override
    public LaneLook look() {
        looks++;
        fault.ifPresent(why -> {
            throw new ControllerException(why);
        });
        GroupSize size = new GroupSize(1, 10, members.size());
        LaneLook look = new LaneLook(now, visible, inFlight, arrivals, size, members, hindrance);
        if (!becomesBusyAfterTheLook.isEmpty()) {
            inService(becomesBusyAfterTheLook, true);
        }
        return look;
    }

    @Override
    public boolean grow(int desired) {
        if (grownByOthers) {
            return false;
        }
        grown.add(desired);
        return true;
    }

    @Override
    public boolean endIfIdle(String instance) {
        if (members.removeIf(each -> each.instance().equals(instance) && !each.isProtected())) {
            ended.add(instance);
            return true;
        }
        return false;
    }

    void inService(String instance, boolean isProtected) {
        members.removeIf(each -> each.instance().equals(instance));
        members.add(new Member(instance, true, isProtected));
    }
}
