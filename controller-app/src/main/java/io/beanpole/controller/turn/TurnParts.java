package io.beanpole.controller.turn;

import io.beanpole.controller.ControllerProperties;
import io.beanpole.controller.ControllerProperties.LaneProperties;
import io.beanpole.controller.lane.Lane;
import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.control.LittleController;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The turns, with a controller for each lane. */
@Configuration(proxyBeanMethods = false)
class TurnParts {
    @Bean
    Turns turns(ControllerProperties properties, List<Lane> lanes) {
        List<Steering> steered = lanes.stream()
                .map(lane ->
                        steering(lane, Objects.requireNonNull(properties.lanes().get(lane.name()))))
                .toList();
        return new Turns(steered, properties);
    }

    /** The bounds are the group's own, which may change; those of the target only have to be there. */
    private static Steering steering(Lane lane, LaneProperties properties) {
        LaneTarget target =
                new LaneTarget(properties.oldest(), properties.service(), properties.slots(), properties.boot(), 1, 2);
        return new Steering(lane, properties, new LittleController(Advisor.controllerTuning(target)));
    }
}
