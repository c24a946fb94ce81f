package io.beanpole.worker;

import io.beanpole.task.Task;
import io.beanpole.worker.notice.Notices;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was published, or refuses to publish. */
public final class FakeNotices implements Notices {
    private final List<Task> published = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public void publish(Task task) {
        if (broken) {
            throw new WorkerException("Tried to publish, but the fake is broken.");
        }
        published.add(task);
    }

    public void breakDown() {
        broken = true;
    }

    public List<Task> of(UUID task) {
        return published.stream().filter(one -> one.id().equals(task)).toList();
    }
}
