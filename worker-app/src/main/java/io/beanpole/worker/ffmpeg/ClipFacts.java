package io.beanpole.worker.ffmpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ffprobe says about a file.
 *
 * @param format names of the container
 * @param durationSeconds of the whole; null when the file doesn't say
 * @param startSeconds time stamp of its beginning
 * @param video the first moving picture; null when there is none
 * @param audio the first sound; null when there is none
 * @param keyFrames times of key frames, as far as asked for
 */
public record ClipFacts(
        String format,
        @Nullable Double durationSeconds,
        double startSeconds,
        @Nullable Video video,
        @Nullable Audio audio,
        List<Double> keyFrames) {

    /**
     * A stream of pictures.
     *
     * @param framesPerSecond on average; 0 when unknown
     * @param steady every frame shows for the same time
     * @param durationSeconds null when the file doesn't say
     */
    public record Video(
            int index,
            String codec,
            int width,
            int height,
            double framesPerSecond,
            boolean steady,
            @Nullable Double durationSeconds) {
        /** How long one frame shows; a guess where the file doesn't say. */
        public double frameSeconds() {
            return framesPerSecond > 0 ? 1 / framesPerSecond : 0.04;
        }
    }

    /** A stream of sound. */
    public record Audio(int index, String codec) {}
}
