package io.beanpole.web.task;

import io.beanpole.task.Task;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskState;
import io.beanpole.task.TaskStore;
import io.beanpole.web.WebException;
import io.beanpole.web.account.Account;
import io.beanpole.web.storage.ClipBucket;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tasks. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {
    private static final int LARGEST_PAGE = 100;

    private final TaskSubmissions submissions;
    private final LaneChanges laneChanges;
    private final TaskStore tasks;
    private final ClipBucket bucket;

    TaskController(TaskSubmissions submissions, LaneChanges laneChanges, TaskStore tasks, ClipBucket bucket) {
        this.submissions = submissions;
        this.laneChanges = laneChanges;
        this.tasks = tasks;
        this.bucket = bucket;
    }

    /** Accepts a task: it is stored when this answers, and will be done. */
    @PostMapping
    ResponseEntity<TaskView> submit(
            @AuthenticationPrincipal Account owner,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody TaskRequest request) {
        Task task = submissions.submit(owner, request, key);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/tasks/" + task.id()))
                .body(TaskView.of(task));
    }

    /** Lists tasks, newest first; {@code cursor} is the {@code nextCursor} of the page before. */
    @GetMapping
    TaskPage list(
            @AuthenticationPrincipal Account owner,
            @RequestParam(required = false) @Nullable TaskState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "20") int limit) {
        int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<TaskView> found = tasks.list(owner.id(), state, cursor, size + 1).stream()
                .map(TaskView::of)
                .toList();
        return found.size() > size
                ? new TaskPage(found.subList(0, size), found.get(size - 1).id())
                : new TaskPage(found, null);
    }

    /** Reads a task; with {@code If-None-Match} it answers 304 while nothing changed. */
    @GetMapping("/{id}")
    ResponseEntity<TaskView> read(@AuthenticationPrincipal Account owner, @PathVariable UUID id) {
        return tagged(owned(owner, id));
    }

    /** Puts a waiting task into another lane; 409 when it has begun. With {@code If-Match} only if it is as it was read. */
    @PatchMapping("/{id}")
    ResponseEntity<TaskView> move(
            @AuthenticationPrincipal Account owner,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody LaneWish wish) {
        return tagged(laneChanges.move(owner, id, wish.lane(), ifMatch));
    }

    private static ResponseEntity<TaskView> tagged(Task task) {
        return ResponseEntity.ok()
                .eTag("r" + task.revision())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(TaskView.of(task));
    }

    /** Cancels a task: a queued one at once, a running one within seconds; an ended one stays as it is. */
    @DeleteMapping("/{id}")
    TaskView cancel(@AuthenticationPrincipal Account owner, @PathVariable UUID id) {
        return TaskView.of(tasks.cancel(owner.id(), id).orElseThrow(() -> WebException.notFound("task " + id)));
    }

    /** Leads to the result: as a download, or {@code inline} to play it in the page. */
    @GetMapping("/{id}/result")
    ResponseEntity<Void> result(
            @AuthenticationPrincipal Account owner,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inline) {
        TaskResult result = owned(owner, id).result();
        if (result == null) {
            throw new WebException(HttpStatus.CONFLICT, "This task has no result; only a task that SUCCEEDED has one.");
        }
        String name = result.key().substring(result.key().lastIndexOf('/') + 1);
        String disposition = inline ? "inline" : "attachment; filename=\"" + name + "\"";
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(bucket.get(result.key(), disposition))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private Task owned(Account owner, UUID id) {
        return tasks.find(owner.id(), id).orElseThrow(() -> WebException.notFound("task " + id));
    }
}
