package io.beanpole.console.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeAlarms;
import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does about an alarm, without a window. */
class AlarmDeskTest {
    private static final String WELL = "QueueDepthAlarmHigh";
    private static final String LETTERS = "DeadLettersThere";

    private final FakeAlarms board = BusyBoard.fill(new FakeAlarms());
    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace workspace = TestWorkspace.inline(cloud);
    private AlarmsViewModel model;
    private AlarmDesk desk;

    @BeforeEach
    void read() {
        cloud.alarms = board;
        readBoard();
        model = new AlarmsViewModel(workspace.workspace());
        desk = model.desk();
        desk.nameProperty().set("Ben");
        model.choose(BusyBoard.DEPTH);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whoLooksAfterAnAlarmSaysSoForAnHourUnlessTheySayOtherwise() {
        desk.noteProperty().set("raising MaxSize");

        desk.acknowledge();

        var kept = board.saved.get(BusyBoard.DEPTH).acknowledgement().orElseThrow();
        assertThat(kept.by()).isEqualTo("Ben");
        assertThat(kept.note()).isEqualTo("raising MaxSize");
        assertThat(Duration.between(kept.at(), kept.until())).isEqualTo(Duration.ofHours(1));
        assertThat(BoardText.acknowledging(chosen())).isEqualTo("Withdraw");
    }

    @Test
    void whatIsLookedAfterIsGivenBackByTheSameDeed() {
        desk.acknowledge();

        desk.acknowledge();

        assertThat(board.saved.get(BusyBoard.DEPTH).acknowledgement()).isEmpty();
        assertThat(chosen().standing()).isEqualTo(Standing.RINGING);
    }

    @Test
    void aMutedAlarmIsHeardAgainByTheSameDeedAndIsNotLookedAfterMeanwhile() {
        desk.spanProperty().set(Duration.ofHours(4));
        desk.mute();

        assertThat(chosen().standing()).isEqualTo(Standing.MUTED);
        assertThat(desk.whyNotAcknowledge().get()).isNotEmpty();

        desk.mute();

        assertThat(board.saved.get(BusyBoard.DEPTH).mute()).isEmpty();
        assertThat(desk.whyNotAcknowledge().get()).isEmpty();
    }

    @Test
    void whatCannotBeDoneHasAReasonAndIsNotDone() {
        model.choose(WELL);
        assertThat(desk.whyNotAcknowledge().get()).startsWith("It isn't in alarm");
        desk.acknowledge();

        model.choose(BusyBoard.DEPTH);
        desk.nameProperty().set(" ");
        assertThat(desk.whyNotMute().get()).isEqualTo("Write your name first.");
        desk.mute();
        assertThat(desk.whyNotWrite().get()).as("a runbook is not signed").isEmpty();

        workspace.forbid("Changes are forbidden.");
        assertThat(desk.whyNotWrite().get()).isEqualTo("Changes are forbidden.");
        desk.write();

        assertThat(workspace.asked()).isEmpty();
        assertThat(board.saved).isEmpty();
    }

    @Test
    void aRunbookThatIsBeingWrittenOutlastsReadingsOfTheSameAlarm() {
        desk.runbookProperty().set("Half a sentence");

        readBoard();

        assertThat(desk.runbookProperty().get()).isEqualTo("Half a sentence");
        desk.write();
        assertThat(board.saved.get(BusyBoard.DEPTH).runbook()).isEqualTo("Half a sentence");
    }

    @Test
    void anUntouchedRunbookFollowsWhatAnotherPersonKeeps() {
        var theirs = chosen().alarm().care().withRunbook("Theirs");
        board.saved.put(BusyBoard.DEPTH, theirs);

        readBoard();

        assertThat(desk.runbookProperty().get()).isEqualTo("Theirs");
    }

    @Test
    void anotherAlarmHasItsOwnRunbookAndNoteBegun() {
        desk.noteProperty().set("raising MaxSize");
        desk.runbookProperty().set("Half a sentence");

        model.choose(LETTERS);

        assertThat(desk.noteProperty().get()).isEmpty();
        assertThat(desk.runbookProperty().get()).isEmpty();
    }

    private AlarmLine chosen() {
        return model.chosenProperty().get().orElseThrow();
    }

    private void readBoard() {
        workspace.workspace().alarms().update(board.all(), BusyBoard.NOW);
    }
}
