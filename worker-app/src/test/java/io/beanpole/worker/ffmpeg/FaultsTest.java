package io.beanpole.worker.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.ffmpeg.Sandbox.Ended;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private static final Duration TIME = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [hls @ 0x1] Format not on whitelist 'mov'              | 1   | not a video of a kind
            [mov @ 0x1] moov atom not found                        | 1   | damaged, incomplete
            file:x: Invalid data found when processing input       | 1   | damaged, incomplete
            Error initializing output: Cannot allocate memory      | 1   | smaller picture
            Exiting normally, received signal 24.                  | 255 | more computing time
            killed                                                 | 152 | more computing time
            killed                                                 | 153 | larger than a task may make
            Decoder (codec none) not found for input stream #0:0   | 1   | convert it to H.264
            """)
    void whatTheClipIsToBlameForIsASentenceForItsOwner(String words, int exitCode, String sentence) {
        WorkerException fault = Faults.of(new Ended("ffmpeg", exitCode, false, words), TIME);

        assertThat(fault).isInstanceOf(PermanentTaskException.class).hasMessageContaining(sentence);
        assertThat(fault.getCause()).hasMessageContaining(words);
    }

    @Test
    void workThatTakesTooLongIsASentenceForItsOwner() {
        assertThat(Faults.of(new Ended("ffmpeg", 137, true, ""), TIME))
                .isInstanceOf(PermanentTaskException.class)
                .hasMessageContaining("not done after 20 seconds");
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, 1", "'', 137", "who knows, 1"})
    void whatTheClipIsNotToBlameForMayBeTriedAgain(String words, int exitCode) {
        assertThat(Faults.of(new Ended("ffmpeg", exitCode, false, words), TIME))
                .isNotInstanceOf(PermanentTaskException.class)
                .hasMessageContaining("ffmpeg ended with exit code " + exitCode);
    }
}
