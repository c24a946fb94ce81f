package io.beanpole.controller.turn;

import io.beanpole.controller.ControllerException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes sqsd's POST of the periodic task: one turn. */
@RestController
class SteerController {
    /** A turn that is older has been followed by another one: messages that piled up are passed over. */
    private static final Duration LATE = Duration.ofSeconds(70);

    private final Turns turns;
    private final Clock clock = Clock.systemUTC();

    SteerController(Turns turns) {
        this.turns = turns;
    }

    @PostMapping("/steer")
    ResponseEntity<List<String>> steer(
            @RequestHeader(name = "X-Aws-Sqsd-Scheduled-At", required = false) @Nullable String scheduledAt) {
        if (isLate(scheduledAt)) {
            return ResponseEntity.ok(List.of("The turn of " + scheduledAt + " is over."));
        }
        try {
            return ResponseEntity.ok(turns.turn());
        } catch (ControllerException e) {
            return ResponseEntity.status(503).body(List.of(String.valueOf(e.getMessage())));
        }
    }

    private boolean isLate(@Nullable String scheduledAt) {
        if (scheduledAt == null) {
            return false;
        }
        try {
            return Instant.parse(scheduledAt).plus(LATE).isBefore(clock.instant());
        } catch (DateTimeException e) {
            return false; // Better a turn too many than none.
        }
    }
}
