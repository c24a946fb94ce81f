package io.beanpole.controller.turn;

import io.beanpole.controller.ControllerProperties.LaneProperties;
import io.beanpole.controller.lane.Lane;
import io.beanpole.controller.lane.LaneLook;
import io.beanpole.controller.lane.LaneLook.Member;
import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.ControlDecision;
import io.beanpole.scaling.control.Observation;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steers one lane: looks, lets the controller decide, acts, and logs one line with the reason. */
final class Steering {
    private static final Logger LOG = LoggerFactory.getLogger(Steering.class);

    private final Lane lane;
    private final LaneProperties properties;
    private final CapacityController controller;
    private final Newcomers newcomers;

    Steering(Lane lane, LaneProperties properties, CapacityController controller) {
        this.lane = lane;
        this.properties = properties;
        this.controller = controller;
        this.newcomers = new Newcomers(properties.boot());
    }

    /**
     * One look and what follows from it.
     *
     * @return the line that was logged
     * @throws io.beanpole.controller.ControllerException when AWS refuses something
     */
    String look() {
        LaneLook look = lane.look();
        newcomers.see(look.members(), look.at());
        ControlDecision decision = controller.decide(observed(look));
        String done = look.hindrance().isPresent()
                ? " Does nothing: " + look.hindrance().get() + "."
                : act(look, decision);
        String line = lane.name() + ": " + decision.why() + done;
        LOG.info("{}", line);
        return line;
    }

    private String act(LaneLook look, ControlDecision decision) {
        int before = look.size().desired();
        if (decision.desired() > before) {
            return lane.grow(decision.desired())
                    ? " Set from " + before + " to " + decision.desired() + "."
                    : " Set nothing: the group has been changed meanwhile.";
        }
        return decision.idleToEnd() > 0 ? end(look, decision.idleToEnd()) : "";
    }

    /** Protection alone isn't trusted: what is in flight is somewhere, so its slots stay, whoever is unprotected. */
    private String end(LaneLook look, int wanted) {
        boolean nobodyIsProtected = look.members().stream().noneMatch(Member::isProtected);
        if (look.inFlight() > 0 && nobodyIsProtected) {
            return " Ended nobody: tasks are in flight, and yet no instance protects itself from scale-in, so who is idle"
                    + " can't be told.";
        }
        int needed = (look.inFlight() + properties.slots() - 1) / properties.slots();
        int spare =
                Math.min(up(look) - needed, look.size().desired() - look.size().min());
        List<String> ended = idle(look).stream()
                .limit(Math.max(0, Math.min(wanted, spare)))
                .map(Member::instance)
                .filter(lane::endIfIdle)
                .toList();
        return ended.isEmpty()
                ? " Ended nobody: they have begun to work, or the minimum is reached."
                : " Ended " + String.join(", ", ended) + ".";
    }

    private int up(LaneLook look) {
        return (int) look.members().stream()
                .filter(each -> newcomers.isUp(each, look.at()))
                .count();
    }

    private Observation observed(LaneLook look) {
        int up = up(look);
        return new Observation(
                look.at(),
                look.visible(),
                look.inFlight(),
                look.arrivalsPerSecond(),
                properties.service(),
                properties.slots(),
                look.size(),
                up,
                look.members().size() - up,
                idle(look).size());
    }

    private List<Member> idle(LaneLook look) {
        return look.members().stream()
                .filter(each -> newcomers.isIdle(each, look.at()))
                .toList();
    }
}
