package io.beanpole.worker.run;

import io.beanpole.task.Lease;
import io.beanpole.task.Task;
import io.beanpole.task.TaskResult;
import io.beanpole.task.kind.TaskInput;
import io.beanpole.task.kind.TaskKind;
import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.ffmpeg.Progress;
import io.beanpole.worker.kind.Assignment;
import io.beanpole.worker.kind.Product;
import io.beanpole.worker.kind.TaskHandler;
import io.beanpole.worker.run.WorkDirectories.WorkDirectory;
import io.beanpole.worker.storage.ClipStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The work itself: a private directory, the handler of the kind, the result out. Writes no row. */
@Component
public class TaskWork {
    private final ClipStorage storage;
    private final WorkDirectories directories;
    private final Map<Class<?>, TaskHandler<?>> handlers;

    public TaskWork(ClipStorage storage, WorkDirectories directories, List<TaskHandler<?>> handlers) {
        this.storage = storage;
        this.directories = directories;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::inputType, Function.identity()));
    }

    /**
     * Does a task in a directory of its own, which is gone afterwards.
     *
     * @throws PermanentTaskException when no other try can succeed
     * @throws io.beanpole.task.kind.InvalidInputException when the row asks for what can't be meant
     */
    TaskResult perform(Task task, Lease lease, Progress progress) {
        TaskInput input = TaskKind.of(task.kind()).read(task.input());
        TaskHandler<?> handler = handlers.get(input.getClass());
        if (handler == null) {
            throw new PermanentTaskException("This version of the service can't do " + task.kind() + " yet.");
        }
        try (WorkDirectory directory = directories.create(task.id())) {
            Assignment assignment = new Assignment(task, directory.path(), progress);
            return store(task, lease, handle(handler, input, assignment));
        }
    }

    private TaskResult store(Task task, Lease lease, Product product) {
        String key = "results/" + task.owner() + "/" + task.id() + "/" + lease.attempt() + "/"
                + product.file().getFileName();
        storage.store(product.file(), key, product.contentType());
        return new TaskResult(key, product.contentType(), size(product.file()), product.durationSeconds());
    }

    private static <I extends TaskInput> Product handle(
            TaskHandler<I> handler, TaskInput input, Assignment assignment) {
        return handler.handle(handler.inputType().cast(input), assignment);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new WorkerException("Tried to read the size of " + file + ", but: " + e, e);
        }
    }
}
