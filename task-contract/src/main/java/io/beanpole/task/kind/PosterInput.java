package io.beanpole.task.kind;

import java.util.UUID;

/**
 * Input of {@code clip.poster}: one frame as a JPEG.
 *
 * @param at in seconds from the beginning of the clip
 */
public record PosterInput(UUID upload, double at) implements ClipInput {
    public PosterInput {
        if (!Double.isFinite(at) || at < 0) {
            throw new InvalidInputException("Give the time of the poster in seconds from the beginning of the clip.");
        }
    }
}
