package io.beanpole.worker.clip;

import static io.beanpole.worker.TestTasks.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beanpole.task.Task;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestClips;
import io.beanpole.worker.TestTasks;
import io.beanpole.worker.TestWorker;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out when a good clip goes in. */
class CutTest {
    private static final double FRAME = 0.04;

    private static TestWorker worker;
    private final TestTasks tasks = new TestTasks();

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        worker = TestWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2.5, 2.96, 3.02})
    void aFastTrimCoversTheRangeWithinOneKeyFrameInterval(double start) {
        UUID task = done(tasks.trim(tasks.upload(TestClips.mp4()), "fast", start, start + 2.6));

        double seconds = TestClips.seconds(tasks.result(task, directory));
        assertThat(seconds).isBetween(2.6 - FRAME, 2.6 + TestClips.KEY_FRAMES + 0.25);
        assertThat(tasks.read(task).result().durationSeconds()).isCloseTo(seconds, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2.5, 3.37})
    void aPreciseTrimIsExactToAFrame(double start) {
        UUID task = done(tasks.trim(tasks.upload(TestClips.mp4()), "precise", start, start + 1.73));

        Path result = tasks.result(task, directory);
        assertThat(TestClips.seconds(result)).isCloseTo(1.73, within(FRAME));
        assertThat(TestClips.probed(result, "stream=codec_name,pix_fmt"))
                .contains("h264")
                .contains("yuv420p")
                .contains("aac");
        assertThat(TestClips.probed(result, "format=start_time")).startsWith("0.0");
    }

    @Test
    void aResultIsNamedAfterTheClipAndTheAttempt() {
        UUID task = done(tasks.trim(tasks.upload(TestClips.mp4()), "fast", 1, 2));

        Task read = tasks.read(task);
        assertThat(read.result().key()).isEqualTo("results/ann/" + task + "/1/clip-trim.mp4");
        assertThat(read.result().contentType()).isEqualTo("video/mp4");
        assertThat(read.result().size())
                .isEqualTo(tasks.result(task, directory).toFile().length());
        assertThat(read.progress()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "precise"})
    void aSilentClipIsCut(String mode) {
        UUID task = done(tasks.trim(tasks.upload(TestClips.silentMp4()), mode, 1, 3));

        assertThat(TestClips.probed(tasks.result(task, directory), "stream=codec_type"))
                .isEqualTo("video");
    }

    @Test
    void aFastTrimOfWebmStaysWebm() {
        UUID task = done(tasks.trim(tasks.upload(TestClips.webm()), "fast", 2.5, 4.5));

        assertThat(tasks.read(task).result().contentType()).isEqualTo("video/webm");
        assertThat(TestClips.seconds(tasks.result(task, directory))).isBetween(1.9, 2 + TestClips.KEY_FRAMES + 0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "precise"})
    void aTransportStreamThatBeginsLateIsCutFromItsOwnBeginning(String mode) {
        UUID task = done(tasks.trim(tasks.upload(TestClips.transportStream()), mode, 2, 4));

        assertThat(TestClips.seconds(tasks.result(task, directory))).isBetween(1.9, 2 + TestClips.KEY_FRAMES + 0.25);
    }

    @Test
    void anEndThatWasRoundedUpMeansTheEndOfTheClip() {
        UUID task = done(tasks.trim(tasks.upload(TestClips.mp4()), "precise", 6, TestClips.SECONDS + 0.05));

        assertThat(TestClips.seconds(tasks.result(task, directory))).isCloseTo(2, within(2 * FRAME));
    }

    @Test
    void aFastJoinHoldsEveryRangeInTheGivenOrder() {
        UUID task = done(join(TestClips.mp4(), "fast", range(5, 6), range(1, 2.5)));

        assertThat(TestClips.seconds(tasks.result(task, directory)))
                .isBetween(2.5 - 2 * FRAME, 2.5 + 2 * TestClips.KEY_FRAMES + 0.5);
        assertThat(tasks.read(task).result().key()).endsWith("/clip-join.mp4");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPreciseJoinIsExactToAFrameEach(boolean silent) {
        UUID task = done(join(
                silent ? TestClips.silentMp4() : TestClips.mp4(),
                "precise",
                range(5.3, 6),
                range(1.1, 2.5),
                range(0, 1)));

        Path result = tasks.result(task, directory);
        assertThat(TestClips.seconds(result)).isCloseTo(3.1, within(3 * FRAME));
        assertThat(TestClips.probed(result, "stream=codec_type").lines()).hasSize(silent ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3.33, 7.99})
    void aPosterIsTheFrameThatShowsThen(double at) {
        UUID task = done(tasks.poster(tasks.upload(TestClips.mp4()), at));

        Path result = tasks.result(task, directory);
        assertThat(TestClips.probed(result, "stream=codec_name,width,height")).isEqualTo("mjpeg,320,180");
        assertThat(tasks.read(task).result().contentType()).isEqualTo("image/jpeg");
        assertThat(tasks.read(task).result().durationSeconds()).isNull();
        assertThat(tasks.read(task).result().key()).endsWith("/clip-poster.jpg");
    }

    private UUID join(Path clip, String mode, String... ranges) {
        return tasks.submit(
                "clip.join",
                "{'upload':'%s','mode':'%s','ranges':[%s]}"
                        .formatted(tasks.upload(clip), mode, String.join(",", ranges)));
    }

    private UUID done(UUID task) {
        assertThat(worker.deliver(task).statusCode()).isEqualTo(200);
        assertThat(tasks.read(task).state())
                .as("error: %s", tasks.read(task).error())
                .isEqualTo(TaskState.SUCCEEDED);
        return task;
    }
}
