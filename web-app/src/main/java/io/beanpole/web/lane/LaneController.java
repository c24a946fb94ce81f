package io.beanpole.web.lane;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the lanes. */
@RestController
class LaneController {
    private final Lanes lanes;

    LaneController(Lanes lanes) {
        this.lanes = lanes;
    }

    /** The lanes, most urgent first. */
    @GetMapping("/api/lanes")
    List<Lane> lanes() {
        return lanes.all();
    }
}
