package io.beanpole.worker.kind;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a handler made.
 *
 * @param file in the run's private directory; its name is what the owner sees
 * @param durationSeconds null for what has none, a still for instance
 */
public record Product(
        Path file, String contentType, @Nullable Double durationSeconds) {}
