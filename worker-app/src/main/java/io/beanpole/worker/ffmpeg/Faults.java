package io.beanpole.worker.ffmpeg;

import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.ffmpeg.Sandbox.Ended;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Turns what FFmpeg says into a sentence for the owner of the clip, where the clip is to blame. */
final class Faults {
    /** One cause: how FFmpeg words it, and how we do. */
    private record Fault(Pattern words, String sentence) {
        static Fault of(String words, String sentence) {
            return new Fault(Pattern.compile(words), sentence);
        }
    }

    private static final List<Fault> FAULTS = List.of(
            Fault.of(
                    "(?i)not on whitelist|unknown input format",
                    "The file is not a video of a kind this service takes; give an MP4, MOV, WebM, MKV, AVI, TS or FLV file."),
            Fault.of(
                    "received signal 24|exceeded.*time",
                    "The work on the clip needs more computing time than a task may take; ask for a shorter part."),
            Fault.of("File too large", "The result would be larger than a task may make; ask for a shorter part."),
            Fault.of(
                    "Cannot allocate memory|Failed to allocate",
                    "The clip needs more memory than a task may take; use one with a smaller picture."),
            Fault.of(
                    "(?i)decoder .*not found|could not find codec|unsupported codec|unknown codec",
                    "The clip is in a coding that this service can't read; convert it to H.264 first."),
            Fault.of(
                    "moov atom not found|Invalid data found|EBML header|End of file|Error while decoding"
                            + "|could not find corresponding|does not contain any stream",
                    "The clip can't be read: the file is damaged, incomplete or not a video. Check that it plays, then upload it again."));

    private static final int CPU_TIME_OVER = 128 + 24;
    private static final int FILE_SIZE_OVER = 128 + 25;

    private Faults() {}

    /** The exception for a program that did not end well; its cause carries the program's own words for the log. */
    static WorkerException of(Ended ended, Duration time) {
        WorkerException words = new WorkerException(ended.program() + " ended with "
                + (ended.timedOut() ? "no result after " + time.toSeconds() + " s" : "exit code " + ended.exitCode())
                + (ended.errors().isEmpty() ? "." : ": " + ended.errors()));
        if (ended.timedOut()) {
            return new PermanentTaskException(
                    "The work on the clip was not done after " + time.toSeconds() + " seconds; ask for a shorter part.",
                    words);
        }
        String text = ended.errors()
                + switch (ended.exitCode()) {
                    case CPU_TIME_OVER -> "\nreceived signal 24";
                    case FILE_SIZE_OVER -> "\nFile too large";
                    default -> "";
                };
        return FAULTS.stream()
                .filter(fault -> fault.words().matcher(text).find())
                .findFirst()
                .<WorkerException>map(fault -> new PermanentTaskException(fault.sentence(), words))
                .orElse(words);
    }
}
