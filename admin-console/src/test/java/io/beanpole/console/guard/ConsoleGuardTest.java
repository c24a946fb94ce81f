package io.beanpole.console.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.RecordedNotices;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ConsoleGuardTest {
    private static final Question DEPLOY =
            new Question("beanpole-web", "Deploy to beanpole-web?", "Replaces v1 by v2.", "Deploy", false);

    private final SimpleObjectProperty<GuardedPlace> place = new SimpleObjectProperty<>();
    private final RecordedNotices notices = new RecordedNotices();
    private final ConfirmationViewModel window = new ConfirmationViewModel();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void nothingIsDoneBeforeThePersonSaysYes() {
        guard(CloudKind.STAGING).ask(DEPLOY, done::incrementAndGet);

        assertThat(done).hasValue(0);
        assertThat(window.askedProperty().get().orElseThrow().question()).isEqualTo(DEPLOY);
        window.confirm();
        assertThat(done).hasValue(1);
        assertThat(window.askedProperty().get()).isEmpty();
    }

    @Test
    void noMeansNo() {
        guard(CloudKind.LOCAL).ask(DEPLOY, done::incrementAndGet);
        window.cancel();
        window.confirm();

        assertThat(done).hasValue(0);
    }

    @Test
    void inProductionTheNameIsTypedLetterByLetter() {
        guard(CloudKind.PRODUCTION).ask(DEPLOY, done::incrementAndGet);

        for (var typed : List.of("", "beanpole", "Beanpole-Web")) {
            window.typedProperty().set(typed);
            assertThat(window.confirmableProperty().get()).as(typed).isFalse();
            window.confirm();
        }
        assertThat(done).hasValue(0);

        window.typedProperty().set(" beanpole-web ");
        window.confirm();
        assertThat(done).hasValue(1);
    }

    @Test
    void whatCantBeUndoneIsTypedOnStagingToo() {
        var purge = new Question("express-dead", "Purge express-dead?", "All letters are lost.", "Purge", true);
        guard(CloudKind.STAGING).ask(purge, done::incrementAndGet);

        assertThat(window.confirmableProperty().get()).isFalse();
    }

    @Test
    void aReadOnlyConnectionSaysSoAndAsksNothing() {
        var guard = guard(CloudKind.STAGING);
        assertThat(guard.whyNot(Deed.DEPLOY).get()).isEmpty();

        place.set(new GuardedPlace("staging", CloudKind.STAGING, true, true));

        assertThat(guard.whyNot(Deed.DEPLOY).get()).contains("staging is read-only");
        guard.ask(DEPLOY, done::incrementAndGet);
        assertThat(window.askedProperty().get()).isEmpty();
        assertThat(notices.news())
                .last()
                .asString()
                .contains("Deploy to beanpole-web? Nothing was asked or done.", "staging is read-only");
    }

    @Test
    void nothingIsChangedWhileTheCloudIsAway() {
        var guard = guard(CloudKind.STAGING);

        place.set(new GuardedPlace("staging", CloudKind.STAGING, false, false));

        assertThat(guard.whyNot(Deed.DEPLOY).get()).contains("staging isn't there at present");
        guard.ask(DEPLOY, done::incrementAndGet);
        assertThat(window.askedProperty().get()).isEmpty();
    }

    @Test
    void aConnectionThatBecomesProductionIsTypedFromThenOn() {
        var guard = guard(CloudKind.STAGING);

        place.set(new GuardedPlace("live", CloudKind.PRODUCTION, false, true));
        guard.ask(DEPLOY, done::incrementAndGet);

        assertThat(window.askedProperty().get().orElseThrow().connectionName()).isEqualTo("live");
        window.confirm();
        assertThat(done).hasValue(0);
    }

    @Test
    void aQuestionThatComesLateWaitsUntilTheOneBeforeIsAnswered() {
        var guard = guard(CloudKind.LOCAL);
        var late = new Question("beanpole-worker", "Abort the update of beanpole-worker?", "", "Abort", false);
        var aborted = new AtomicInteger();
        guard.ask(DEPLOY, done::incrementAndGet);

        guard.ask(late, aborted::incrementAndGet);

        assertThat(window.askedProperty().get().orElseThrow().question()).isEqualTo(DEPLOY);
        window.confirm();
        assertThat(done).hasValue(1);
        assertThat(aborted).hasValue(0);
        assertThat(window.askedProperty().get().orElseThrow().question()).isEqualTo(late);
        window.cancel();
        assertThat(window.askedProperty().get()).isEmpty();
        assertThat(aborted).hasValue(0);
    }

    @Test
    void aMissingRightIsNamedOnTheDeedsThatNeedIt() {
        var guard = guard(CloudKind.STAGING);

        guard.lacks(Set.of("elasticbeanstalk:UpdateEnvironment"));

        assertThat(guard.whyNot(Deed.DEPLOY).get()).contains("elasticbeanstalk:UpdateEnvironment");
        assertThat(guard.whyNot(Deed.SEND_MESSAGE).get()).isEmpty();
        guard.lacks(Set.of());
        assertThat(guard.whyNot(Deed.DEPLOY).get()).isEmpty();
    }

    @Test
    void aQuestionAboutAConnectionThatIsGoneIsWithdrawn() {
        guard(CloudKind.STAGING).ask(DEPLOY, done::incrementAndGet);

        window.cancel("production");
        assertThat(window.askedProperty().get()).isPresent();
        window.cancel("staging");
        assertThat(window.askedProperty().get()).isEmpty();
    }

    private ConsoleGuard guard(CloudKind kind) {
        place.set(new GuardedPlace("staging", kind, false, true));
        return new ConsoleGuard(place, window, notices);
    }
}
