package io.beanpole.worker.clip;

import io.beanpole.task.kind.TimeRange;
import io.beanpole.task.kind.TrimInput;
import io.beanpole.worker.ffmpeg.Progress;
import io.beanpole.worker.kind.Product;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code clip.trim}: keeps one range. */
@Component
class TrimHandler extends ClipHandler<TrimInput> {
    private final Cuts cuts;
    private final ResultCheck check;

    TrimHandler(Clips clips, Cuts cuts, ResultCheck check) {
        super(clips);
        this.cuts = cuts;
        this.check = check;
    }

    @Override
    public Class<TrimInput> inputType() {
        return TrimInput.class;
    }

    @Override
    Product handle(TrimInput input, Clip clip, Progress progress) {
        TimeRange range = ClipRanges.within(clip, input.range());
        return switch (input.mode()) {
            case FAST -> fast(clip, range, progress);
            case PRECISE -> precise(clip, range, progress);
        };
    }

    private Product fast(Clip clip, TimeRange range, Progress progress) {
        Container container = Container.forCopyOf(clip);
        Path file = clip.sibling(container.fileName(clip.name() + "-trim"));
        cuts.copy(clip, range, file, progress);
        return new Product(file, container.contentType(), check.copied(file, clip, range));
    }

    private Product precise(Clip clip, TimeRange range, Progress progress) {
        Path file = clip.sibling(Container.MP4.fileName(clip.name() + "-trim"));
        cuts.encode(clip, List.of(range), file, progress);
        return new Product(file, Container.MP4.contentType(), check.encoded(file, clip, List.of(range)));
    }
}
