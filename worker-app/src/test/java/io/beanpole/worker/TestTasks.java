package io.beanpole.worker;

import io.beanpole.task.NewTask;
import io.beanpole.task.Task;
import io.beanpole.task.TaskIds;
import io.beanpole.task.TaskStore;
import io.beanpole.task.upload.Upload;
import io.beanpole.task.upload.UploadStore;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Does what the web tier would: stores uploads and tasks, and reads how they end. */
public final class TestTasks {
    public static final String OWNER = "ann";

    private final JdbcClient jdbc = TestDatabase.client();
    private final TaskStore tasks = new TaskStore(jdbc, JsonMapper.shared());
    private final UploadStore uploads = new UploadStore(jdbc);

    public TaskStore store() {
        return tasks;
    }

    public Task read(UUID id) {
        return tasks.find(id).orElseThrow();
    }

    /** Stores a clip as its owner's upload. */
    public UUID upload(Path file) {
        return upload(OWNER, file, file.toFile().length());
    }

    public UUID upload(String owner, Path file, long declaredSize) {
        Upload upload = announce(owner, file.getFileName().toString(), declaredSize);
        TestBucket.put(upload.key(), file);
        return upload.id();
    }

    /** Stores an upload whose clip never comes. */
    public Upload announce(String owner, String fileName, long declaredSize) {
        UUID id = TaskIds.next();
        Upload upload = new Upload(
                id, owner, "uploads/" + owner + "/" + id + "/" + fileName, fileName, "video/mp4", declaredSize);
        uploads.insert(upload);
        return upload;
    }

    public UUID trim(UUID upload, String mode, double start, double end) {
        return submit("clip.trim", "{'upload':'%s','mode':'%s','range':%s}".formatted(upload, mode, range(start, end)));
    }

    public UUID poster(UUID upload, double at) {
        return submit("clip.poster", "{'upload':'%s','at':%s}".formatted(upload, at));
    }

    /** Submits a task; quotes of the input may be single. */
    public UUID submit(String kind, String input) {
        return tasks.insert(new NewTask(
                        TaskIds.next(),
                        OWNER,
                        "express",
                        kind,
                        JsonMapper.shared().readTree(input.replace('\'', '"')),
                        null))
                .id();
    }

    /** The result of a task, fetched. */
    public Path result(UUID task, Path directory) {
        Task done = read(task);
        if (done.result() == null) {
            throw new AssertionError("No result: " + done.state() + ", " + done.error());
        }
        String key = done.result().key();
        return TestBucket.get(key, directory.resolve(key.substring(key.lastIndexOf('/') + 1)));
    }

    /** The bytes of a task's result. */
    public static byte[] bytes(Task done) {
        return TestBucket.client()
                .getObjectAsBytes(request ->
                        request.bucket(TestBucket.NAME).key(done.result().key()))
                .asByteArray();
    }

    public static String range(double start, double end) {
        return "{'start':%s,'end':%s}".formatted(start, end);
    }

    /** Makes the lease of a task run out, as if its worker had crashed some time ago. */
    public void runOut(UUID task) {
        jdbc.sql("update tasks set lease_until = now() - interval '1 second' where id = :id")
                .param("id", task)
                .update();
    }
}
