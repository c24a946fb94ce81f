package io.beanpole.web.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of an owner's tasks, newest first.
 *
 * @param nextCursor for the page after this one; null when this is the last
 */
record TaskPage(List<TaskView> items, @Nullable UUID nextCursor) {}
