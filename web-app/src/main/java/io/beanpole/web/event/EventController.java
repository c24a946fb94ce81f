package io.beanpole.web.event;

import io.beanpole.web.account.Account;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of changes of the caller's tasks. */
@RestController
class EventController {
    private final OpenPages pages;

    EventController(OpenPages pages) {
        this.pages = pages;
    }

    /** Server-sent events: each {@code task} event carries a task as it is now. After a reconnect, list the tasks once. */
    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@AuthenticationPrincipal Account owner, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return pages.open(owner.id());
    }
}
