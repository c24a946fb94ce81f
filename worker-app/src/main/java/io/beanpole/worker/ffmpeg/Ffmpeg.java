package io.beanpole.worker.ffmpeg;

import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.ffmpeg.Sandbox.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** FFmpeg in a sandbox. */
@Component
public class Ffmpeg {
    private static final String LARGEST_ALLOCATION = "268435456";

    private final String program;
    private final long outputBytes;
    private final Sandbox sandbox;

    public Ffmpeg(WorkerProperties properties, Sandbox sandbox) {
        this.program = properties.ffmpeg();
        this.outputBytes = properties.limits().outputBytes();
        this.sandbox = sandbox;
    }

    /**
     * Runs a command to its end.
     *
     * @param seconds how much media it will write, for the progress
     * @throws io.beanpole.worker.PermanentTaskException when the clip is to blame
     */
    public void run(FfmpegCommand command, Path directory, double seconds, Progress progress) {
        List<String> whole = new ArrayList<>(List.of(
                program,
                "-hide_banner",
                "-nostdin",
                "-nostats",
                "-y",
                "-v",
                "error",
                "-max_alloc",
                LARGEST_ALLOCATION,
                "-progress",
                "pipe:1",
                "-stats_period",
                "0.5"));
        List<String> arguments = command.arguments();
        whole.addAll(arguments.subList(0, arguments.size() - 1));
        whole.addAll(List.of("-fs", Long.toString(outputBytes)));
        whole.add(arguments.get(arguments.size() - 1));
        Ended ended = sandbox.run(whole, directory, sandbox.time(), percent(seconds, progress));
        if (!ended.well()) {
            throw Faults.of(ended, sandbox.time());
        }
    }

    private static Consumer<String> percent(double seconds, Progress progress) {
        return line -> {
            // Early values can be N/A or negative.
            if (line.startsWith("out_time_us=") && Character.isDigit(line.charAt(line.length() - 1))) {
                double done = Long.parseLong(line.substring("out_time_us=".length())) / 1e6;
                progress.percent((int) Math.max(0, Math.min(99, done / seconds * 100)));
            }
        };
    }
}
