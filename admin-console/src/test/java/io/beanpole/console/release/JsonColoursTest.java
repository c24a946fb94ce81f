package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.release.JsonColours.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which characters of a line are what. */
class JsonColoursTest {
    @Test
    void keysTextsNumbersAndWordsAreToldApart() {
        assertThat(JsonColours.of("  \"memory\": 512, \"a\": \"b:\\\"c\", true"))
                .extracting(Stretch::style)
                .containsExactly(
                        "",
                        "json-key",
                        "json-sign",
                        "",
                        "json-number",
                        "json-sign",
                        "",
                        "json-key",
                        "json-sign",
                        "",
                        "json-text",
                        "json-sign",
                        "",
                        "json-word");
    }

    @Test
    void theStretchesAreAsLongAsTheLine() {
        for (var line : List.of("", "{", "\"never ends", "oops: 1", "  {\"a\": -1.5e3}  ")) {
            assertThat(JsonColours.of(line).stream().mapToInt(Stretch::length).sum())
                    .isEqualTo(line.length());
        }
    }

    @Test
    void aFileInOneLineIsLeftPlain() {
        var line = "\"a\": 1, ".repeat(2_000);

        assertThat(JsonColours.of(line)).containsExactly(new Stretch("", line.length()));
    }
}
