package io.beanpole.web.task;

import jakarta.validation.constraints.NotBlank;

/**
 * What somebody wants to be different about a waiting task.
 *
 * @param lane where it should wait, e.g. {@code express}
 */
record LaneWish(@NotBlank String lane) {}
