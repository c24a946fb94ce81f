package io.beanpole.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Small clips made by the real FFmpeg, and what the real ffprobe says about files; each clip is made once. */
public final class TestClips {
    /** Seconds of every whole clip. */
    public static final double SECONDS = 8;
    /** Seconds between key frames of every whole clip. */
    public static final double KEY_FRAMES = 1;

    private static final Path DIRECTORY = directory();
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();
    private static final String PICTURE = "testsrc2=size=320x180:rate=25:duration=8";
    private static final String SOUND = "sine=frequency=440:sample_rate=48000:duration=8";
    private static final List<String> H264 =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-tune", "fastdecode", "-g", "25", "-bf", "2");

    private TestClips() {}

    /** H.264 with B-frames, and AAC. */
    public static Path mp4() {
        return made("clip.mp4", List.of(PICTURE, SOUND), with(H264, "-pix_fmt", "yuv420p", "-c:a", "aac"));
    }

    public static Path silentMp4() {
        return made("silent.mp4", List.of(PICTURE), with(H264, "-pix_fmt", "yuv420p"));
    }

    public static Path webm() {
        return made(
                "clip.webm",
                List.of(PICTURE, SOUND),
                List.of("-c:v", "libvpx", "-deadline", "realtime", "-g", "25", "-c:a", "libopus"));
    }

    public static Path transportStream() {
        return made("clip.ts", List.of(PICTURE, SOUND), with(H264, "-pix_fmt", "yuv420p", "-c:a", "aac"));
    }

    /** Half of its bytes are missing, but its index is there. */
    public static Path truncatedMp4() {
        Path whole = made(
                "indexed.mp4",
                List.of(PICTURE, SOUND),
                with(H264, "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart"));
        return written("truncated.mp4", firstHalf(whole));
    }

    /** Half of its bytes are missing, and with them its index. */
    public static Path mp4WithoutIndex() {
        return written("no-index.mp4", firstHalf(mp4()));
    }

    public static Path audioOnly() {
        return made("sound.m4a", List.of(SOUND), List.of("-c:a", "aac"));
    }

    /** Few bytes that unpack to a picture of 9000 x 9000. */
    public static Path hugeFrames() {
        return made(
                "huge.mp4",
                List.of("color=black:size=9000x9000:rate=1:duration=1"),
                List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-threads", "1"));
    }

    public static Path written(String name, byte[] content) {
        return MADE.computeIfAbsent(name, n -> {
            try {
                return Files.write(DIRECTORY.resolve(n), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A clip that takes long to encode. */
    public static Path longMp4() {
        return made(
                "long.mp4",
                List.of("testsrc2=size=1280x720:rate=30:duration=60"),
                with(H264, "-pix_fmt", "yuv420p", "-crf", "40"));
    }

    /** What ffprobe prints for one entry, e.g. {@code format=duration}. */
    public static String probed(Path file, String entries) {
        return run("ffprobe", "-v", "error", "-of", "csv=p=0", "-show_entries", entries, file.toString())
                .strip();
    }

    public static double seconds(Path file) {
        return Double.parseDouble(probed(file, "format=duration"));
    }

    private static byte[] firstHalf(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            return Arrays.copyOf(all, all.length / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(String name, List<String> sources, List<String> coding) {
        return MADE.computeIfAbsent(name, n -> {
            Path file = DIRECTORY.resolve(n);
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
            sources.forEach(source -> command.addAll(List.of("-f", "lavfi", "-i", source)));
            command.addAll(coding);
            command.add(file.toString());
            run(command.toArray(String[]::new));
            return file;
        });
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " said: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("beanpole-test-clips");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                MADE.values().forEach(file -> file.toFile().delete());
                directory.toFile().delete();
            }));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
