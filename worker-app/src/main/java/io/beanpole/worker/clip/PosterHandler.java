package io.beanpole.worker.clip;

import io.beanpole.task.kind.PosterInput;
import io.beanpole.worker.ffmpeg.Ffmpeg;
import io.beanpole.worker.ffmpeg.FfmpegCommand;
import io.beanpole.worker.ffmpeg.Progress;
import io.beanpole.worker.kind.Product;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** {@code clip.poster}: the frame that shows at a time, as a JPEG. */
@Component
class PosterHandler extends ClipHandler<PosterInput> {
    private static final double INSIDE = 0.001;

    private final Ffmpeg ffmpeg;
    private final ResultCheck check;

    PosterHandler(Clips clips, Ffmpeg ffmpeg, ResultCheck check) {
        super(clips);
        this.ffmpeg = ffmpeg;
        this.check = check;
    }

    @Override
    public Class<PosterInput> inputType() {
        return PosterInput.class;
    }

    @Override
    Product handle(PosterInput input, Clip clip, Progress progress) {
        ClipRanges.requireWithin(clip, input.at());
        double frame = clip.video().frameSeconds();
        // The frame that shows began up to one frame earlier; FFmpeg seeks to the next one that begins.
        double seek = Math.max(0, input.at() - frame + INSIDE);
        Path file = clip.sibling(clip.name() + "-poster.jpg");
        FfmpegCommand command = new FfmpegCommand()
                .inputFrom(clip.file(), seek)
                .options("-map", "0:" + clip.video().index(), "-frames:v", "1", "-update", "1", "-q:v", "2")
                .options("-pix_fmt", "yuvj420p", "-strict", "unofficial", "-f", "image2")
                .output(file);
        Path directory = file.getParent();
        ffmpeg.run(command, directory == null ? file : directory, frame, progress);
        check.still(file);
        return new Product(file, "image/jpeg", null);
    }
}
