package io.beanpole.console.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a person from touching dead letters, and what they read instead of them. */
class LetterHindrancesTest {
    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private final LettersViewModel letters;
    private final LetterHindrances hindrances;

    LetterHindrancesTest() {
        cloud.letters.with(3, "clip", "the clip has no video stream");
        test.workspace().selection().choose("beanpole-local-standard");
        letters = new LettersViewModel(test.workspace());
        hindrances = new LetterHindrances(letters);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void nothingIsRestoredOrDeletedUnseen() {
        assertThat(hindrances.cannotLook().get()).isFalse();
        assertThat(hindrances.cannotRestore().get()).isTrue();
        assertThat(hindrances.cannotPurge().get()).isTrue();

        letters.look();

        assertThat(hindrances.cannotRestore().get()).isFalse();
        assertThat(hindrances.cannotPurge().get()).isFalse();
        assertThat(hindrances.why().get()).isEmpty();
    }

    @Test
    void whereChangesAreForbiddenNothingCanBeDoneAndThatIsSaid() {
        letters.look();

        test.forbid("Changes are forbidden.");

        assertThat(hindrances.cannotLook().get()).isTrue();
        assertThat(hindrances.cannotRestore().get()).isTrue();
        assertThat(hindrances.cannotPurge().get()).isTrue();
        assertThat(hindrances.why().get()).isEqualTo("Changes are forbidden.");
    }

    @Test
    void ofALaneThatIsGoneItIsSaid() {
        letters.look();

        test.workspace().lanes().update(List.of(), test.workspace().clock().instant());

        assertThat(hindrances.cannotPurge().get()).isTrue();
        assertThat(hindrances.why().get()).contains("standard");
    }

    @Test
    void whoSeesNoLettersReadsWhetherThereAreAny() {
        var lane = letters.laneProperty().get();

        assertThat(Unseen.of(lane).title()).contains("dead letter");
        assertThat(Unseen.of(lane)).isNotEqualTo(Unseen.of(Optional.empty()));
    }
}
