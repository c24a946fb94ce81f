package io.beanpole.worker.clip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.task.Task;
import io.beanpole.task.TaskIds;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestClips;
import io.beanpole.worker.TestTasks;
import io.beanpole.worker.TestWorker;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad input ends at once in one sentence that its owner can act on; nothing is tried twice, nothing is left. */
class BadInputTest {
    private static TestWorker worker;
    private final TestTasks tasks = new TestTasks();

    @BeforeAll
    static void start() {
        worker = TestWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void wrongContent() {
        Path text = TestClips.written(
                "notes.mp4", "Dear diary, this is not a film.\n".repeat(400).getBytes(UTF_8));

        assertThat(failed(fastTrim(text, 1, 2)))
                .isEqualTo("The clip can't be read: the file is damaged, incomplete or not a video."
                        + " Check that it plays, then upload it again.");
    }

    @Test
    void aPlaylistOfConcatNamedMp4() {
        Path list = TestClips.written(
                "list.mp4", "ffconcat version 1.0\nfile /etc/passwd\nfile http://127.0.0.1:1/\n".getBytes(UTF_8));

        assertThat(failed(fastTrim(list, 1, 2))).startsWith("The file is not a video of a kind this service takes;");
    }

    @Test
    void aPlaylistOfHlsNamedMp4() {
        Path list = TestClips.written(
                "hls.mp4",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n".getBytes(UTF_8));

        assertThat(failed(fastTrim(list, 1, 2))).startsWith("The file is not a video of a kind this service takes;");
    }

    @Test
    void aPictureNamedMp4() {
        UUID poster = tasks.poster(tasks.upload(TestClips.mp4()), 1);
        worker.deliver(poster);
        Path picture = TestClips.written("picture.mp4", TestTasks.bytes(tasks.read(poster)));

        assertThat(failed(fastTrim(picture, 1, 2))).startsWith("The file is not a video of a kind this service takes;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "precise"})
    void aTruncatedFile(String mode) {
        UUID upload = tasks.upload(TestClips.truncatedMp4());

        assertThat(failed(tasks.trim(upload, mode, 2, 7.5)))
                .containsPattern("Only \\d\\.\\d\\d s of the 5\\.50 s asked for could be read: the clip seems damaged");
        assertThat(failed(tasks.trim(upload, mode, 6.5, 7.5))).contains("damaged");
    }

    @Test
    void aPosterBehindTheTruncation() {
        assertThat(failed(tasks.poster(tasks.upload(TestClips.truncatedMp4()), 7)))
                .contains("damaged");
    }

    @Test
    void aFileWithoutItsIndex() {
        assertThat(failed(fastTrim(TestClips.mp4WithoutIndex(), 1, 2))).contains("damaged, incomplete or not a video");
    }

    @Test
    void anEmptyFile() {
        Path empty = TestClips.written("empty.mp4", new byte[0]);

        assertThat(failed(tasks.trim(tasks.upload(TestTasks.OWNER, empty, 1000), "fast", 1, 2)))
                .isEqualTo("The clip in the store has 0 bytes, but 1000 were announced. Upload it again.");
    }

    @Test
    void soundOnly() {
        assertThat(failed(fastTrim(TestClips.audioOnly(), 1, 2)))
                .isEqualTo("The file has sound but no picture; give a video.");
    }

    @Test
    void aFrameThatUnpacksToAHundredTimesTheFile() {
        assertThat(TestClips.hugeFrames().toFile().length()).isLessThan(5_000_000);

        assertThat(failed(tasks.poster(tasks.upload(TestClips.hugeFrames()), 0)))
                .startsWith("The picture is 9000 x 9000 pixels, which is larger than this service takes");
    }

    @Test
    void aRangeOutsideTheClip() {
        assertThat(failed(fastTrim(TestClips.mp4(), 5, 20)))
                .isEqualTo("The clip is 8.00 s long, so the range from 5.00 s to 20.00 s reaches beyond its end.");
        assertThat(failed(fastTrim(TestClips.mp4(), 8, 8.05))).startsWith("The clip is 8.00 s long");
    }

    @Test
    void aPosterOutsideTheClip() {
        assertThat(failed(tasks.poster(tasks.upload(TestClips.mp4()), 8)))
                .isEqualTo("The clip is 8.00 s long, so it has no picture at 8.00 s.");
    }

    @Test
    void aReversedRange() {
        assertThat(failed(fastTrim(TestClips.mp4(), 3, 1))).contains("must come after the start");
    }

    @Test
    void anUploadThatNeverCame() {
        UUID upload = tasks.announce(TestTasks.OWNER, "holiday.mp4", 1000).id();

        assertThat(failed(tasks.trim(upload, "fast", 1, 2)))
                .isEqualTo("The clip \"holiday.mp4\" is not in the store: its upload did not finish."
                        + " Upload it again and submit a new task.");
    }

    @Test
    void someoneElsesUpload() {
        UUID upload =
                tasks.upload("bob", TestClips.mp4(), TestClips.mp4().toFile().length());

        assertThat(failed(tasks.trim(upload, "fast", 1, 2))).startsWith("You have no upload " + upload);
    }

    @Test
    void aClaimOfFourGigabytesForAKilobyte() {
        Path small = TestClips.written("small.mp4", new byte[1000]);

        assertThat(failed(tasks.trim(tasks.upload(TestTasks.OWNER, small, 4L << 30), "fast", 1, 2)))
                .isEqualTo("The clip in the store has 1000 bytes, but 4294967296 were announced. Upload it again.");
    }

    @Test
    void aClipThatIsLargerThanTheServiceTakes() {
        UUID upload = tasks.announce(TestTasks.OWNER, "large.mp4", 1L << 40).id();

        assertThat(failed(tasks.trim(upload, "fast", 1, 2))).contains("this service takes up to 4294967296");
    }

    @Test
    void anUnknownKind() {
        assertThat(failed(tasks.submit("clip.mirror", "{}"))).startsWith("There is no kind \"clip.mirror\"");
    }

    @Test
    void anInputThatIsNotOfItsKind() {
        assertThat(failed(tasks.submit("clip.poster", "{'upload':'%s'}".formatted(TaskIds.next()))))
                .startsWith("The input of clip.poster can't be read at \"at\"; it has to be ");
    }

    private UUID fastTrim(Path clip, double start, double end) {
        return tasks.trim(
                tasks.upload(TestTasks.OWNER, clip, Math.max(1, clip.toFile().length())), "fast", start, end);
    }

    private String failed(UUID task) {
        assertThat(worker.deliver(task).statusCode()).isEqualTo(200);
        Task read = tasks.read(task);
        assertThat(read.state()).isEqualTo(TaskState.FAILED);
        assertThat(read.result()).isNull();
        assertThat(worker.privateDirectories()).isZero();
        assertThat(read.error())
                .isNotNull()
                .doesNotContain("\n")
                .doesNotContain("beanpole")
                .endsWith(".");
        return read.error();
    }
}
