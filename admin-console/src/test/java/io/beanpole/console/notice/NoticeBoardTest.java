package io.beanpole.console.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.list.Row;
import io.beanpole.deploy.DeployException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeBoardTest {
    private final NoticeBoard board = new NoticeBoard(Runnable::run);

    @Test
    void aProblemStandsUntilItIsOver() {
        board.problem("Reading", "No answer.");
        assertThat(sentences()).containsExactly("No answer.");

        board.recovered("Reading");

        assertThat(sentences()).isEmpty();
    }

    @Test
    void aProblemThatWasPutAwayStaysAwayWhileItReadsTheSame() {
        board.problem("Reading", "No answer.");
        board.putAllAway();
        board.problem("Reading", "No answer.");
        assertThat(sentences()).isEmpty();

        board.problem("Reading", "Access denied.");

        assertThat(sentences()).containsExactly("Access denied.");
    }

    @Test
    void aProblemThatWasPutAwayShowsAgainWhenItComesBack() {
        board.problem("Reading", "No answer.");
        board.putAllAway();
        board.recovered("Reading");

        board.problem("Reading", "No answer.");

        assertThat(sentences()).containsExactly("No answer.");
    }

    @Test
    void whatWasThrownBecomesASentenceWithItsAdvice() {
        board.problem("Deploying", new DeployException("The image is gone.", "Push it again."));
        board.problem("Reading", new IllegalStateException("odd"));
        board.problem("Sending", new NullPointerException());

        assertThat(sentences())
                .containsExactly(
                        "The image is gone. Push it again.",
                        "Unexpectedly: odd",
                        "An unexpected NullPointerException came up; the log has the details.");
    }

    private List<String> sentences() {
        return board.problems().stream().map(Row::value).map(Problem::sentence).toList();
    }
}
