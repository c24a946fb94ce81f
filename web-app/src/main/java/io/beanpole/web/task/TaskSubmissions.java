package io.beanpole.web.task;

import io.beanpole.task.NewTask;
import io.beanpole.task.Task;
import io.beanpole.task.TaskIds;
import io.beanpole.task.TaskStore;
import io.beanpole.task.kind.ClipInput;
import io.beanpole.task.kind.TaskInput;
import io.beanpole.task.kind.TaskKind;
import io.beanpole.task.upload.UploadStore;
import io.beanpole.web.WebException;
import io.beanpole.web.account.Account;
import io.beanpole.web.lane.Lanes;
import io.beanpole.web.lane.TaskSender;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes tasks: checks them, stores the row, has it sent. The stored row is the acknowledgement. */
@Service
class TaskSubmissions {
    private static final int LONGEST_KEY = 200;

    private final TaskStore tasks;
    private final UploadStore uploads;
    private final Lanes lanes;
    private final TaskSender sender;

    TaskSubmissions(TaskStore tasks, UploadStore uploads, Lanes lanes, TaskSender sender) {
        this.tasks = tasks;
        this.uploads = uploads;
        this.lanes = lanes;
        this.sender = sender;
    }

    /**
     * Accepts a task, or gives back the one that was accepted before under the same key.
     *
     * @param key the caller's idempotency key; null for none
     */
    Task submit(Account owner, TaskRequest request, @Nullable String key) {
        TaskInput input = TaskKind.of(request.kind()).read(request.input());
        String lane = lanes.checked(request.lane());
        if (input instanceof ClipInput clip
                && uploads.find(owner.id(), clip.upload()).isEmpty()) {
            throw WebException.notFound("upload " + clip.upload());
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new WebException(
                    HttpStatus.BAD_REQUEST, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        NewTask wanted = new NewTask(TaskIds.next(), owner.id(), lane, request.kind(), request.input(), key);
        Task stored = tasks.insert(wanted);
        if (stored.id().equals(wanted.id())) {
            sender.send(stored);
        } else if (!isSame(stored, wanted)) {
            throw new WebException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This Idempotency-Key was used for another task (" + stored.id() + "); use a new key.");
        }
        return stored;
    }

    private static boolean isSame(Task stored, NewTask wanted) {
        return stored.kind().equals(wanted.kind())
                // Where it was submitted to is not known any more once it was moved.
                && (stored.laneSince() != null || stored.lane().equals(wanted.lane()))
                && TaskKind.of(stored.kind())
                        .read(stored.input())
                        .equals(TaskKind.of(wanted.kind()).read(wanted.input()));
    }
}
