package io.beanpole.web.lane;

import io.beanpole.web.WebException;
import io.beanpole.web.WebProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The lanes of this stage and the queues behind them. */
@Component
public class Lanes {
    private final Map<String, URI> queues;

    Lanes(WebProperties properties) {
        this.queues = properties.lanes();
    }

    /** All lanes by name; {@code express} comes before {@code standard}. */
    public List<Lane> all() {
        return queues.keySet().stream().sorted().map(Lane::new).toList();
    }

    /** Gives the name back if there is such a lane, or tells the caller which there are. */
    public String checked(String name) {
        if (!queues.containsKey(name)) {
            throw new WebException(
                    HttpStatus.BAD_REQUEST,
                    "There is no lane \"" + name + "\"; the lanes are "
                            + String.join(
                                    ", ", queues.keySet().stream().sorted().toList()) + ".");
        }
        return name;
    }

    Map<String, URI> queues() {
        return queues;
    }
}
