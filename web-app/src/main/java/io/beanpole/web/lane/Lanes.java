package io.beanpole.web.lane;

import io.beanpole.web.WebException;
import io.beanpole.web.WebProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The lanes of this stage and the queues behind them. */
@Component
public class Lanes {
    private final Map<String, URI> queues;
    private final List<String> order;

    Lanes(WebProperties properties) {
        this.queues = properties.lanes();
        this.order = properties.laneOrder();
    }

    /** All lanes, the most urgent first. */
    public List<Lane> all() {
        return order.stream().map(Lane::new).toList();
    }

    /** Gives the name back if there is such a lane, or tells the caller which there are. */
    public String checked(String name) {
        if (!queues.containsKey(name)) {
            throw new WebException(
                    HttpStatus.BAD_REQUEST,
                    "There is no lane \"" + name + "\"; the lanes are " + String.join(", ", order) + ".");
        }
        return name;
    }

    /** The next more urgent lane; empty for the most urgent one. */
    Optional<String> above(String name) {
        int place = order.indexOf(name);
        return place > 0 ? Optional.of(order.get(place - 1)) : Optional.empty();
    }

    Map<String, URI> queues() {
        return queues;
    }
}
