package io.beanpole.worker.protection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where sqsd delivers the periodic task {@code protection-sweep} of cron.yaml. */
@RestController
class SweepController {
    private static final Logger LOG = LoggerFactory.getLogger(SweepController.class);

    private final ObjectProvider<ProtectionSweep> sweep;

    SweepController(ObjectProvider<ProtectionSweep> sweep) {
        this.sweep = sweep;
    }

    /** Always 200: what can't be done now is done by the next run, and a dead letter of it would help nobody. */
    @PostMapping("/periodic/protection-sweep")
    String sweep() {
        ProtectionSweep available = sweep.getIfAvailable();
        if (available == null) {
            return "protection is off here";
        }
        try {
            return "let go: " + available.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Could not look for protection that was left behind; the next run will: {}", e.getMessage());
            return "not now";
        }
    }
}
