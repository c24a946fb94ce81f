package io.beanpole.worker.ffmpeg;

import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.ffmpeg.Sandbox.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refuses to start without the programs that do the work. */
@Component
class ProgramCheck {
    private static final Duration TIME = Duration.ofSeconds(20);

    ProgramCheck(WorkerProperties properties, Sandbox sandbox) {
        require(sandbox, properties.ffmpeg(), "WORKER_FFMPEG");
        require(sandbox, properties.ffprobe(), "WORKER_FFPROBE");
    }

    private static void require(Sandbox sandbox, String program, String key) {
        Ended ended = sandbox.run(List.of(program, "-version"), Path.of("/"), TIME, line -> {});
        if (!ended.well()) {
            throw new WorkerException("The worker can't start: tried \"" + program + " -version\", but it ended with "
                    + ended.exitCode() + " (" + ended.errors() + "). Install FFmpeg or set " + key + " to its path.");
        }
    }
}
