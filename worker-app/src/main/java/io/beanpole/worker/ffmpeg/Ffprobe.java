package io.beanpole.worker.ffmpeg;

import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.ffmpeg.Sandbox.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks ffprobe, in a sandbox, what a file is. */
@Component
public class Ffprobe {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final String PACKETS = "packet=stream_index,pts_time,flags";
    private static final int LONGEST_ANSWER = 8 << 20;

    private final String program;
    private final Sandbox sandbox;
    private final JsonMapper json;

    public Ffprobe(WorkerProperties properties, Sandbox sandbox, JsonMapper json) {
        this.program = properties.ffprobe();
        this.sandbox = sandbox;
        this.json = json;
    }

    /**
     * Reads the facts of a clip, without its key frames.
     *
     * @throws io.beanpole.worker.PermanentTaskException when it can't be read
     */
    public ClipFacts facts(Path file) {
        return probe(file, List.of("-format_whitelist", FfmpegCommand.FORMATS), List.of());
    }

    /** Reads the facts of a clip with the key frames of its first {@code seconds}. */
    public ClipFacts factsWithKeyFrames(Path file, double seconds) {
        return probe(
                file,
                List.of("-format_whitelist", FfmpegCommand.FORMATS),
                List.of("-show_entries", PACKETS, "-read_intervals", "%+" + FfmpegCommand.decimal(seconds)));
    }

    /** Reads the facts of a still that we made. */
    public ClipFacts factsOfStill(Path file) {
        return probe(file, List.of("-format_whitelist", "image2,jpeg_pipe"), List.of());
    }

    private ClipFacts probe(Path file, List<String> input, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                program, "-v", "error", "-max_alloc", "268435456", "-protocol_whitelist", "file,pipe", "-of", "json"));
        command.addAll(input);
        command.addAll(more);
        command.addAll(List.of("-show_format", "-show_streams", "file:" + file));
        StringBuilder answer = new StringBuilder();
        Ended ended = sandbox.run(command, directoryOf(file), TIME, bounded(answer));
        if (!ended.well()) {
            throw Faults.of(ended, TIME);
        }
        try {
            return ProbeAnswer.read(json.readTree(answer.toString()));
        } catch (JacksonException e) {
            throw new WorkerException(
                    "Tried to read what ffprobe says about " + file.getFileName() + ", but it is not JSON.", e);
        }
    }

    private static Consumer<String> bounded(StringBuilder answer) {
        return line -> {
            if (answer.length() + line.length() < LONGEST_ANSWER) {
                answer.append(line).append('\n');
            }
        };
    }

    private static Path directoryOf(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? file.toAbsolutePath() : directory;
    }
}
