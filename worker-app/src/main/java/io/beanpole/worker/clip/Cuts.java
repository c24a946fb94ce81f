package io.beanpole.worker.clip;

import io.beanpole.task.kind.TimeRange;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.ffmpeg.Ffmpeg;
import io.beanpole.worker.ffmpeg.FfmpegCommand;
import io.beanpole.worker.ffmpeg.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to cut: by copying streams, or by encoding again. */
@Component
class Cuts {
    private static final String EVEN_AND_PLAYABLE = "scale=trunc(iw/2)*2:trunc(ih/2)*2,format=yuv420p";

    /** Read beyond a range, so that the filter finds its last frame. */
    private static final double SPARE = 1;

    private final Ffmpeg ffmpeg;

    Cuts(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Copies the streams from the key frame at or before the start on. */
    void copy(Clip clip, TimeRange range, Path to, Progress progress) {
        FfmpegCommand command = new FfmpegCommand()
                .inputFrom(clip.file(), range.start())
                .options("-t", FfmpegCommand.decimal(range.seconds()));
        streams(command, clip).options("-c", "copy", "-avoid_negative_ts", "make_zero");
        if (clip.video().codec().equals("hevc") && to.toString().endsWith(".mp4")) {
            // Players of Apple take HEVC under this tag only.
            command.options("-tag:v", "hvc1");
        }
        run(fastStart(command, to).output(to), to, range.seconds(), progress);
    }

    /** Joins files that {@link #copy} made of one clip. */
    void joinCopies(List<Path> parts, Path to, double seconds, Progress progress) {
        Path list = to.resolveSibling("parts.txt");
        StringBuilder lines = new StringBuilder("ffconcat version 1.0\n");
        parts.forEach(part -> lines.append("file '").append(part.getFileName()).append("'\n"));
        try {
            Files.writeString(list, lines);
        } catch (IOException e) {
            throw new WorkerException("Tried to write the list of parts to " + list + ", but: " + e.getMessage(), e);
        }
        FfmpegCommand command = new FfmpegCommand().inputList(list).options("-map", "0", "-c", "copy");
        run(fastStart(command, to).output(to), to, seconds, progress);
    }

    /** Encodes ranges again, one after the other, to what every browser plays; exact to a frame. */
    void encode(Clip clip, List<TimeRange> ranges, Path to, Progress progress) {
        FfmpegCommand command = new FfmpegCommand();
        if (ranges.size() == 1) {
            TimeRange range = ranges.get(0);
            command.inputFrom(clip.file(), range.start()).options("-t", FfmpegCommand.decimal(range.seconds()));
            streams(command, clip).options("-vf", EVEN_AND_PLAYABLE);
        } else {
            ranges.forEach(range ->
                    // Every range has a decoder of its own; one thread each keeps their memory small.
                    command.options("-threads", "1").input(clip.file(), range.start(), range.seconds() + SPARE));
            command.options("-filter_complex", graph(clip, ranges), "-map", "[v]");
            if (clip.audio() != null) {
                command.options("-map", "[a]");
            }
        }
        command.options("-c:v", "libx264", "-preset", "veryfast", "-crf", "21");
        if (clip.audio() != null) {
            command.options("-c:a", "aac", "-b:a", "160k", "-ac", "2");
        }
        double seconds = ranges.stream().mapToDouble(TimeRange::seconds).sum();
        run(fastStart(command, to).output(to), to, seconds, progress);
    }

    /** Cuts every input to its range by frames, and puts them one after the other. */
    private static String graph(Clip clip, List<TimeRange> ranges) {
        StringBuilder cuts = new StringBuilder();
        StringBuilder cut = new StringBuilder();
        for (int i = 0; i < ranges.size(); i++) {
            String end = FfmpegCommand.decimal(ranges.get(i).seconds());
            cuts.append("[%d:%d]trim=end=%s,setpts=PTS-STARTPTS[v%d];"
                    .formatted(i, clip.video().index(), end, i));
            cut.append("[v").append(i).append(']');
            if (clip.audio() != null) {
                cuts.append("[%d:%d]atrim=end=%s,asetpts=PTS-STARTPTS[a%d];"
                        .formatted(i, clip.audio().index(), end, i));
                cut.append("[a").append(i).append(']');
            }
        }
        String joined = clip.audio() == null ? ":v=1:a=0[joined];" : ":v=1:a=1[joined][a];";
        return cuts.append(cut).append("concat=n=").append(ranges.size()) + joined + "[joined]" + EVEN_AND_PLAYABLE
                + "[v]";
    }

    private static FfmpegCommand streams(FfmpegCommand command, Clip clip) {
        command.options("-map", "0:" + clip.video().index());
        return clip.audio() == null
                ? command
                : command.options("-map", "0:" + clip.audio().index());
    }

    private static FfmpegCommand fastStart(FfmpegCommand command, Path to) {
        return to.toString().endsWith(".mp4") ? command.options("-movflags", "+faststart") : command;
    }

    private void run(FfmpegCommand command, Path to, double seconds, Progress progress) {
        Path directory = to.getParent();
        ffmpeg.run(command, directory == null ? to : directory, seconds, progress);
    }
}
