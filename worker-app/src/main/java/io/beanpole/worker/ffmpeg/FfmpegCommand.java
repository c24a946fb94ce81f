package io.beanpole.worker.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The arguments of one FFmpeg run; only local files of known kinds can be its inputs. */
public final class FfmpegCommand {
    /** The demuxers that may read an upload: none that opens further files. */
    static final String FORMATS = "mov,matroska,webm,avi,mpegts,flv,mp3,wav,ogg,flac,aac";

    private static final List<String> LOCAL_ONLY = List.of("-protocol_whitelist", "file,pipe");

    private final List<String> arguments = new ArrayList<>();

    /** Reads a file from a time on, for so long. */
    public FfmpegCommand input(Path file, double start, double seconds) {
        options("-ss", decimal(start), "-t", decimal(seconds));
        return input(file);
    }

    /** Reads a file from a time on. */
    public FfmpegCommand inputFrom(Path file, double start) {
        options("-ss", decimal(start));
        return input(file);
    }

    /** Reads a whole file. */
    public FfmpegCommand input(Path file) {
        arguments.addAll(LOCAL_ONLY);
        return options("-format_whitelist", FORMATS, "-i", name(file));
    }

    /** Reads a list of files that we wrote ourselves, one after the other. */
    public FfmpegCommand inputList(Path list) {
        arguments.addAll(LOCAL_ONLY);
        return options("-f", "concat", "-safe", "1", "-format_whitelist", "concat," + FORMATS, "-i", name(list));
    }

    public FfmpegCommand options(String... options) {
        arguments.addAll(List.of(options));
        return this;
    }

    /** Writes a file without subtitles, data or the source's metadata. */
    public FfmpegCommand output(Path file) {
        return options("-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", name(file));
    }

    List<String> arguments() {
        return List.copyOf(arguments);
    }

    /** Seconds as FFmpeg reads them in every locale. */
    public static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    private static String name(Path file) {
        return "file:" + file;
    }
}
