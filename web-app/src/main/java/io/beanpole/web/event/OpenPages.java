package io.beanpole.web.event;

import io.beanpole.task.TaskStore;
import io.beanpole.web.task.TaskView;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** The event streams that are open at this instance, by owner. */
@Component
class OpenPages {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int SENDERS = 4;

    private final Map<String, Set<SseEmitter>> pages = new ConcurrentHashMap<>();
    private final TaskStore tasks;
    /** An owner's events all go through one of these, so they arrive in order. */
    private final ExecutorService[] senders = IntStream.range(0, SENDERS)
            .mapToObj(number -> Executors.newSingleThreadExecutor(work -> new Thread(work, "events-" + number)))
            .toArray(ExecutorService[]::new);

    OpenPages(TaskStore tasks) {
        this.tasks = tasks;
    }

    /** Opens a stream for an owner's page; it ends by itself after half an hour and the browser opens another. */
    SseEmitter open(String owner) {
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        page.onCompletion(() -> forget(owner, page));
        page.onTimeout(page::complete);
        page.onError(error -> forget(owner, page));
        pages.compute(owner, (key, open) -> {
            Set<SseEmitter> set = open == null ? ConcurrentHashMap.newKeySet() : open;
            set.add(page);
            return set;
        });
        senders[sender(owner)].execute(
                () -> send(owner, page, SseEmitter.event().comment("open").reconnectTime(1000)));
        return page;
    }

    private void forget(String owner, SseEmitter page) {
        pages.computeIfPresent(owner, (key, open) -> {
            open.remove(page);
            return open.isEmpty() ? null : open;
        });
    }

    /** Tells an owner's open pages that a task changed; what they get is the task as it is when it is their turn. */
    void changed(UUID task, String owner) {
        if (pages.containsKey(owner)) {
            senders[sender(owner)].execute(() -> tell(task, owner));
        }
    }

    private void tell(UUID id, String owner) {
        try {
            tasks.find(owner, id)
                    .map(TaskView::of)
                    .ifPresent(view -> pages.getOrDefault(owner, Set.of())
                            .forEach(page -> send(
                                    owner, page, SseEmitter.event().name("task").data(view))));
        } catch (RuntimeException e) {
            LOG.warn("Could not tell the pages of an owner about task {}: {}", id, e.getMessage());
        }
    }

    private void send(String owner, SseEmitter page, SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException e) {
            forget(owner, page);
        }
    }

    @Scheduled(fixedRate = 15, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
    void heartbeat() {
        pages.forEach((owner, open) -> senders[sender(owner)].execute(
                () -> open.forEach(page -> send(owner, page, SseEmitter.event().comment("still here")))));
    }

    /** Ends every stream; browsers open new ones and list the tasks anew. */
    void endAll() {
        pages.values().forEach(open -> open.forEach(SseEmitter::complete));
    }

    private static int sender(String owner) {
        return Math.floorMod(owner.hashCode(), SENDERS);
    }

    @PreDestroy
    void close() {
        endAll();
        for (ExecutorService sender : senders) {
            sender.shutdownNow();
        }
    }
}
