package io.beanpole.worker.kind;

import io.beanpole.task.Task;
import io.beanpole.worker.ffmpeg.Progress;
import java.nio.file.Path;

/**
 * One attempt at a task.
 *
 * @param directory private to this attempt, and gone after it
 * @param progress where the handler says how far it is
 */
public record Assignment(Task task, Path directory, Progress progress) {}
