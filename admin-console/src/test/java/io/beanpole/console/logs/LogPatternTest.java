package io.beanpole.console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.logs.LogPattern.Piece;
import org.junit.jupiter.api.Test;

class LogPatternTest {
    @Test
    void textIsFoundAsItStandsWhateverTheCaseOfItsLetters() {
        assertThat(LogPattern.of("a.c", false).orElseThrow().pieces("xA.Cx abc"))
                .containsExactly(new Piece("x", false), new Piece("A.C", true), new Piece("x abc", false));
    }

    @Test
    void anExpressionIsFoundEverywhere() {
        assertThat(LogPattern.of("[0-9]+", true).orElseThrow().pieces("a1b22"))
                .containsExactly(
                        new Piece("a", false), new Piece("1", true), new Piece("b", false), new Piece("22", true));
    }

    @Test
    void aHalfTypedExpressionIsNone() {
        assertThat(LogPattern.of("(half", true)).isEmpty();
        assertThat(LogPattern.of("(half", false)).isPresent();
    }

    @Test
    void anExpressionThatFindsNothingnessDoesNotGoOnForEver() {
        assertThat(LogPattern.of("x*", true).orElseThrow().pieces("ab")).containsExactly(new Piece("ab", false));
    }
}
