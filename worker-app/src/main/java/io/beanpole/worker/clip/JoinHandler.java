package io.beanpole.worker.clip;

import io.beanpole.task.kind.JoinInput;
import io.beanpole.task.kind.TimeRange;
import io.beanpole.worker.ffmpeg.Progress;
import io.beanpole.worker.kind.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code clip.join}: keeps several ranges, in the given order. */
@Component
class JoinHandler extends ClipHandler<JoinInput> {
    private final Cuts cuts;
    private final ResultCheck check;

    JoinHandler(Clips clips, Cuts cuts, ResultCheck check) {
        super(clips);
        this.cuts = cuts;
        this.check = check;
    }

    @Override
    public Class<JoinInput> inputType() {
        return JoinInput.class;
    }

    @Override
    Product handle(JoinInput input, Clip clip, Progress progress) {
        List<TimeRange> ranges = input.ranges().stream()
                .map(range -> ClipRanges.within(clip, range))
                .toList();
        return switch (input.mode()) {
            case FAST -> fast(clip, ranges, progress);
            case PRECISE -> precise(clip, ranges, progress);
        };
    }

    private Product fast(Clip clip, List<TimeRange> ranges, Progress progress) {
        Container container = Container.forCopyOf(clip);
        int steps = ranges.size() + 1;
        List<Path> parts = new ArrayList<>();
        double seconds = 0;
        for (TimeRange range : ranges) {
            Path part = clip.sibling(container.fileName("part-" + parts.size()));
            cuts.copy(clip, range, part, progress.step(parts.size(), steps));
            seconds += check.copied(part, clip, range);
            parts.add(part);
        }
        Path file = clip.sibling(container.fileName(clip.name() + "-join"));
        cuts.joinCopies(parts, file, seconds, progress.step(ranges.size(), steps));
        return new Product(file, container.contentType(), check.joined(file, seconds, ranges.size()));
    }

    private Product precise(Clip clip, List<TimeRange> ranges, Progress progress) {
        Path file = clip.sibling(Container.MP4.fileName(clip.name() + "-join"));
        cuts.encode(clip, ranges, file, progress);
        return new Product(file, Container.MP4.contentType(), check.encoded(file, clip, ranges));
    }
}
