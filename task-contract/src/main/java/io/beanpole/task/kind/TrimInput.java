package io.beanpole.task.kind;

import java.util.UUID;

/** Input of {@code clip.trim}: keep one range of a clip. */
public record TrimInput(UUID upload, CutMode mode, TimeRange range) implements ClipInput {}
