package io.beanpole.controller.turn;

import io.beanpole.controller.ControllerProperties.LaneProperties;
import io.beanpole.controller.lane.Lane;
import io.beanpole.controller.lane.LaneLook;
import io.beanpole.controller.lane.LaneLook.Member;
import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.ControlDecision;
import io.beanpole.scaling.control.Observation;
import java.time.Instant;
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
            lane.grow(decision.desired());
            return " Set from " + before + " to " + decision.desired() + ".";
        }
        List<String> ended = idle(look).stream()
                .limit(Math.min(decision.idleToEnd(), before - look.size().min()))
                .map(Member::instance)
                .filter(lane::endIfIdle)
                .toList();
        if (ended.isEmpty()) {
            return decision.idleToEnd() > 0 ? " Ended nobody: they have begun to work, or the minimum is reached." : "";
        }
        return " Ended " + String.join(", ", ended) + ".";
    }

    private Observation observed(LaneLook look) {
        Instant now = look.at();
        int up = (int) look.members().stream()
                .filter(each -> newcomers.isUp(each, now))
                .count();
        return new Observation(
                now,
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
