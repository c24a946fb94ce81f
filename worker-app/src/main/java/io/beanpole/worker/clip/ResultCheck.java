package io.beanpole.worker.clip;

import io.beanpole.task.kind.TimeRange;
import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.ffmpeg.ClipFacts;
import io.beanpole.worker.ffmpeg.ClipFacts.Video;
import io.beanpole.worker.ffmpeg.Ffprobe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Looks at what FFmpeg made before anyone is told that it is a result. */
@Component
class ResultCheck {
    /** Where sound and picture of a clip end apart, its last moments may have one only. */
    private static final double RAGGED_END = 0.6;
    /** Copied streams end at a packet, and frames are kept that others refer to. */
    private static final double PACKETS = 0.3;
    /** How much of a copied result is read to find its key frames. */
    private static final double KEY_FRAMES_WITHIN = 12;

    private final Ffprobe ffprobe;

    ResultCheck(Ffprobe ffprobe) {
        this.ffprobe = ffprobe;
    }

    /** Checks a copied range: all of it is there, and no key frame lies before its start but the first; gives the seconds. */
    double copied(Path file, Clip clip, TimeRange range) {
        requireMade(file);
        ClipFacts facts = ffprobe.factsWithKeyFrames(file, KEY_FRAMES_WITHIN);
        double seconds = secondsOf(facts, file);
        requireEnough(seconds, range.seconds(), slack(clip, List.of(range), PACKETS));
        double before = seconds - range.seconds();
        List<Double> keys = facts.keyFrames();
        if (keys.size() > 1 && keys.get(1) - keys.get(0) < before - PACKETS) {
            throw new WorkerException(String.format(
                    Locale.ROOT,
                    "Tried to copy %.2f s, but %.2f s came out although a key frame lies nearer to the start.",
                    range.seconds(),
                    seconds));
        }
        return seconds;
    }

    /** Checks joined copies of together {@code parts} seconds; gives the seconds. */
    double joined(Path file, double parts, int count) {
        double seconds = secondsOf(ffprobe.facts(file), file);
        requireExact(seconds, parts, PACKETS * count, PACKETS * count);
        return seconds;
    }

    /** Checks encoded ranges: the picture is as long as asked, to a frame each; gives the seconds. */
    double encoded(Path file, Clip clip, List<TimeRange> ranges) {
        requireMade(file);
        ClipFacts facts = ffprobe.facts(file);
        double seconds = secondsOf(facts, file);
        Video video = facts.video();
        double picture = video == null || video.durationSeconds() == null ? seconds : video.durationSeconds();
        double asked = ranges.stream().mapToDouble(TimeRange::seconds).sum();
        double frames = clip.video().steady() ? clip.video().frameSeconds() * 1.02 + 0.002 : 1;
        requireExact(picture, asked, slack(clip, ranges, frames), frames * ranges.size());
        return seconds;
    }

    /** Checks that a still can be seen. */
    void still(Path file) {
        requireMade(file);
        if (ffprobe.factsOfStill(file).video() == null) {
            throw new WorkerException("Tried to make a poster, but " + file.getFileName() + " holds no picture.");
        }
    }

    private static double slack(Clip clip, List<TimeRange> ranges, double each) {
        return ranges.stream()
                .mapToDouble(range -> range.end() > clip.seconds() - RAGGED_END ? Math.max(each, RAGGED_END) : each)
                .sum();
    }

    private static double secondsOf(ClipFacts facts, Path file) {
        Double seconds = facts.durationSeconds();
        if (facts.video() == null || seconds == null) {
            throw nothing(file, "has no picture or no length");
        }
        return seconds;
    }

    /** FFmpeg ends well when it found nothing to write, too. */
    private static void requireMade(Path file) {
        if (file.toFile().length() == 0) {
            throw nothing(file, "is empty or was not written");
        }
    }

    private static PermanentTaskException nothing(Path file, String fault) {
        return new PermanentTaskException(
                "Nothing of the asked part could be read: the clip seems damaged or incomplete."
                        + " Check that it plays there, then upload it again.",
                new WorkerException("The result " + file.getFileName() + " " + fault + "."));
    }

    private static void requireExact(double seconds, double asked, double less, double more) {
        requireEnough(seconds, asked, less);
        if (seconds > asked + more) {
            throw new WorkerException(
                    String.format(Locale.ROOT, "Tried to make %.3f s, but %.3f s came out.", asked, seconds));
        }
    }

    private static void requireEnough(double seconds, double asked, double slack) {
        if (seconds < asked - slack) {
            throw new PermanentTaskException(String.format(
                    Locale.ROOT,
                    "Only %.2f s of the %.2f s asked for could be read: the clip seems damaged or incomplete."
                            + " Check that it plays to its end, then upload it again.",
                    seconds,
                    asked));
        }
    }
}
