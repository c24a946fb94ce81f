package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterBodyTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:42:10Z");

    @Test
    void jsonIsShownWithALineForEachValueAndSentInOne() {
        var body = "{\"kind\":\"clip\",\"start\":12.5}";

        assertThat(LetterBody.pretty(body)).hasLineCount(4);
        assertThat(LetterBody.compact(LetterBody.pretty(body))).isEqualTo(body);
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        assertThat(LetterBody.pretty("hello there")).isEqualTo("hello there");
        assertThat(LetterBody.compact("hello there")).isEqualTo("hello there");
    }

    @Test
    void aProblemNamesTheLine() {
        assertThat(LetterBody.problem("{\n\"kind\": oops\n}").orElseThrow()).startsWith("line 2");
        assertThat(LetterBody.problem("{}")).isEmpty();
    }

    @Test
    void aChoiceOfGroupsHoldsTheirCausesOnly() {
        var group = new LetterGroup(1, "clip", "timed out", 3, AT, AT, "id0");

        var choice = LetterChoice.of(List.of(group));

        assertThat(choice.wanted().test(new Cause("clip", "timed out"))).isTrue();
        assertThat(choice.wanted().test(new Cause("clip", "no video"))).isFalse();
        assertThat(choice.words()).isEqualTo("the dead letters clip / timed out");
        assertThat(choice.isAll()).isFalse();
    }
}
