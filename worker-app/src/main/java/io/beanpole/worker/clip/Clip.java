package io.beanpole.worker.clip;

import io.beanpole.worker.ffmpeg.ClipFacts.Audio;
import io.beanpole.worker.ffmpeg.ClipFacts.Video;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A clip that was checked and lies on this machine.
 *
 * @param name for results: the uploaded file's name without its suffix, safe everywhere
 * @param seconds how long it is
 * @param audio null when it is silent
 */
public record Clip(
        Path file,
        String name,
        double seconds,
        Video video,
        @Nullable Audio audio) {
    /** A file beside the clip. */
    Path sibling(String fileName) {
        return file.resolveSibling(fileName);
    }
}
