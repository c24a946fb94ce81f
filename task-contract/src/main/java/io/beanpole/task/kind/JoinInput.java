package io.beanpole.task.kind;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Input of {@code clip.join}: keep several ranges of a clip, joined in the given order. */
public record JoinInput(UUID upload, CutMode mode, List<TimeRange> ranges) implements ClipInput {
    /** The most ranges that one task joins. */
    public static final int MOST_RANGES = 20;

    public JoinInput {
        if (ranges.size() < 2 || ranges.size() > MOST_RANGES) {
            throw new InvalidInputException(
                    "Give 2 to " + MOST_RANGES + " ranges to join; there are " + ranges.size() + ".");
        }
        if (ranges.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInputException("Give each of the ranges a start and an end.");
        }
        ranges = List.copyOf(ranges);
    }
}
