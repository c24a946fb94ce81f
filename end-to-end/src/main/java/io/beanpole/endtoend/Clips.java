package io.beanpole.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes clips with FFmpeg and measures what came back. */
public final class Clips {
    private Clips() {}

    /**
     * Makes an H.264/AAC clip with a counter picture and a tone; a key frame every second.
     *
     * @param size e.g. {@code 320x180}
     */
    public static Path make(Path file, int seconds, String size) {
        return encode(file, seconds, "testsrc2=size=" + size + ":rate=25");
    }

    /** The same with something nicer to look at. */
    public static Path scenery(Path file, int seconds, String size) {
        return encode(file, seconds, "mandelbrot=size=" + size + ":rate=25:end_scale=0.02:end_pts=600");
    }

    private static Path encode(Path file, int seconds, String pictures) {
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        words.addAll(List.of("-f", "lavfi", "-t", "" + seconds, "-i", pictures));
        words.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=" + seconds));
        words.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25"));
        words.addAll(List.of("-c:a", "aac", "-b:a", "64k", "-movflags", "+faststart", file.toString()));
        Command.of(words.toArray(String[]::new)).output();
        return file;
    }

    /** Length of a media file in seconds, by ffprobe. */
    public static double seconds(Path file) {
        return Double.parseDouble(probe(file, "format=duration"));
    }

    /** One value of ffprobe, e.g. {@code stream=codec_name} of the first stream. */
    public static String probe(Path file, String entry) {
        return Command.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        entry,
                        "-of",
                        "default=noprint_wrappers=1:nokey=1",
                        file.toString())
                .output()
                .trim();
    }
}
