package io.beanpole.worker.clip;

import io.beanpole.task.upload.Upload;
import io.beanpole.task.upload.UploadStore;
import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.WorkerProperties.Limits;
import io.beanpole.worker.ffmpeg.ClipFacts;
import io.beanpole.worker.ffmpeg.ClipFacts.Video;
import io.beanpole.worker.ffmpeg.Ffprobe;
import io.beanpole.worker.storage.ClipStorage;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings uploaded clips to this machine and lets in only what can be worked on. */
@Component
public class Clips {
    private static final Set<String> CODECS = Set.of(
            "h264",
            "hevc",
            "av1",
            "vp8",
            "vp9",
            "mpeg4",
            "mpeg2video",
            "mpeg1video",
            "mjpeg",
            "prores",
            "dnxhd",
            "theora",
            "flv1",
            "h263",
            "vc1",
            "wmv3",
            "msmpeg4v3",
            "ffv1");
    private static final int LONGEST_NAME = 80;

    private final UploadStore uploads;
    private final ClipStorage storage;
    private final Ffprobe ffprobe;
    private final Limits limits;

    public Clips(UploadStore uploads, ClipStorage storage, Ffprobe ffprobe, WorkerProperties properties) {
        this.uploads = uploads;
        this.storage = storage;
        this.ffprobe = ffprobe;
        this.limits = properties.limits();
    }

    /**
     * Fetches and checks an owner's upload.
     *
     * @throws PermanentTaskException when it is not theirs, not there, or not a clip that can be worked on
     */
    public Clip fetch(String owner, UUID uploadId, Path directory) {
        Upload upload = uploads.find(owner, uploadId)
                .orElseThrow(() -> new PermanentTaskException(
                        "You have no upload " + uploadId + ". Upload the clip and submit a new task."));
        Path file = directory.resolve("source");
        storage.fetch(upload, file);
        ClipFacts facts = ffprobe.facts(file);
        Video video = facts.video();
        if (video == null) {
            throw new PermanentTaskException(
                    facts.audio() == null
                            ? "The file has no picture; give a video."
                            : "The file has sound but no picture; give a video.");
        }
        check(video);
        Double seconds = video.durationSeconds() == null ? facts.durationSeconds() : video.durationSeconds();
        if (seconds == null || seconds <= 0) {
            throw new PermanentTaskException("The clip doesn't say how long it is, so it can't be cut."
                    + " Save it again with a video editor, or convert it to MP4.");
        }
        return new Clip(file, resultName(upload.fileName()), seconds, video, facts.audio());
    }

    private void check(Video video) {
        if (!CODECS.contains(video.codec())) {
            throw new PermanentTaskException("The picture is coded in \"" + video.codec()
                    + "\", which this service doesn't take; convert the clip to H.264 first.");
        }
        int width = video.width();
        int height = video.height();
        if (width <= 0 || height <= 0) {
            throw new PermanentTaskException("The clip has no picture size: the file is damaged. Upload it again.");
        }
        if (Math.max(width, height) > limits.frameSide() || (long) width * height > limits.framePixels()) {
            throw new PermanentTaskException("The picture is " + width + " x " + height
                    + " pixels, which is larger than this service takes (" + limits.frameSide()
                    + " on a side, " + limits.framePixels() / 1_000_000 + " million in all).");
        }
    }

    private static String resultName(String fileName) {
        String base = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\.[^.]*$", "");
        String safe = base.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        if (safe.isEmpty()) {
            return "clip";
        }
        return safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
    }
}
