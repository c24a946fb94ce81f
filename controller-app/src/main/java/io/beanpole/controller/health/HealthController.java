package io.beanpole.controller.health;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the health check: the process is up. Whether lanes can be steered, each turn says. */
@RestController
class HealthController {
    /** What is said. */
    record Health(String status) {}

    @GetMapping("/health")
    Health health() {
        return new Health("ok");
    }
}
