package io.beanpole.task.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TaskKindTest {
    private static final String UPLOAD = "0199e2b0-7c00-7000-8000-000000000001";
    private static final UUID UPLOAD_ID = UUID.fromString(UPLOAD);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aTrimIsRead() {
        assertThat(read(TaskKind.TRIM, "{'upload':'U','mode':'fast','range':{'start':1.5,'end':3}}"))
                .isEqualTo(new TrimInput(UPLOAD_ID, CutMode.FAST, new TimeRange(1.5, 3)));
    }

    @Test
    void aJoinIsRead() {
        assertThat(read(
                        TaskKind.JOIN,
                        "{'upload':'U','mode':'precise','ranges':[{'start':0,'end':1},{'start':4,'end':5}]}"))
                .isEqualTo(
                        new JoinInput(UPLOAD_ID, CutMode.PRECISE, List.of(new TimeRange(0, 1), new TimeRange(4, 5))));
    }

    @Test
    void aPosterIsRead() {
        assertThat(read(TaskKind.POSTER, "{'upload':'U','at':0}")).isEqualTo(new PosterInput(UPLOAD_ID, 0));
    }

    @Test
    void aProbeAsksForNothing() {
        assertThat(read(TaskKind.PROBE, "{}")).isEqualTo(new ProbeInput());
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> TaskKind.of("clip.mirror"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "There is no kind \"clip.mirror\"; the kinds are clip.trim, clip.join, clip.poster, probe.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRIM   | {'upload':'U','mode':'fast','range':{'start':3,'end':1}}    | must come after the start
            TRIM   | {'upload':'U','mode':'fast','range':{'start':3,'end':3.01}} | must come after the start
            TRIM   | {'upload':'U','mode':'fast','range':{'start':-1,'end':3}}   | 0 or more
            TRIM   | {'upload':'U','mode':'fast','range':{'start':'NaN','end':3}}| 0 or more
            TRIM   | {'upload':'U','mode':'fast','range':{'start':1}}            | at "range.end"
            TRIM   | {'upload':'U','mode':'quick','range':{'start':1,'end':2}}   | at "mode"
            TRIM   | {'upload':'U','mode':'fast','range':null}                   | at "range"
            TRIM   | {'upload':'U','range':{'start':1,'end':2}}                  | at "mode"
            TRIM   | {'mode':'fast','range':{'start':1,'end':2}}                 | at "upload"
            TRIM   | {'upload':'here','mode':'fast','range':{'start':1,'end':2}} | at "upload"
            TRIM   | {'upload':'U','mode':'fast','range':{'start':1,'end':2},'x':1} | at "x"
            TRIM   | []                                                          | can't be read
            JOIN   | {'upload':'U','mode':'fast','ranges':[{'start':1,'end':2}]} | Give 2 to 20 ranges to join; there are 1.
            JOIN   | {'upload':'U','mode':'fast','ranges':[]}                    | Give 2 to 20 ranges to join; there are 0.
            JOIN   | {'upload':'U','mode':'fast','ranges':[null,{'start':1,'end':2}]} | Give each of the ranges a start and an end.
            POSTER | {'upload':'U','at':-0.5}                                    | Give the time of the poster
            POSTER | {'upload':'U','at':'soon'}                                  | at "at"
            POSTER | {'upload':'U'}                                              | at "at"
            PROBE  | {'upload':'U'}                                              | at "upload"
            PROBE  | []                                                          | can't be read
            """)
    void whatCannotBeMeantIsRefusedInASentence(TaskKind kind, String input, String sentence) {
        assertThatThrownBy(() -> read(kind, input))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("io.beanpole")
                .hasMessageNotContaining("`");
    }

    private static TaskInput read(TaskKind kind, String input) {
        return kind.read(JSON.readTree(input.replace('\'', '"').replace("\"U\"", "\"" + UPLOAD + "\"")));
    }
}
