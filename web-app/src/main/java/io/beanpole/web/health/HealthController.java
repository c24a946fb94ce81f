package io.beanpole.web.health;

import io.beanpole.web.lane.TaskSender;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the load balancer whether this instance reaches the database and the queues of the lanes. */
@RestController
class HealthController {
    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
    /** However often it is asked, the queues are asked no more often than this. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TaskSender sender;
    private Instant checked = Instant.EPOCH;
    private boolean healthy;

    HealthController(JdbcClient jdbc, TaskSender sender) {
        this.jdbc = jdbc;
        this.sender = sender;
    }

    /** 200 when tasks can be taken and sent, 503 when not. */
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        return isHealthy()
                ? ResponseEntity.ok(Map.of("status", "ok"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "unavailable"));
    }

    private synchronized boolean isHealthy() {
        if (Instant.now().isAfter(checked.plus(FRESH))) {
            healthy = check();
            checked = Instant.now();
        }
        return healthy;
    }

    private boolean check() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            sender.check();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("This instance is not healthy: {}", e.getMessage());
            return false;
        }
    }
}
