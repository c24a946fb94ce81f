package io.beanpole.console.scaling;

import io.beanpole.console.control.Wording;
import io.beanpole.console.polling.Work;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.Reasons.Reason;
import io.beanpole.deploy.scaling.ScalingExplanation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The moment that a person pointed at, and why the environment did or did not scale then. */
final class MomentViewModel {
    /** What led to a moment mostly lies within this time before it. */
    private static final Duration LEADS_TO = Duration.ofMinutes(30);

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Instant>> moment =
            new ReadOnlyObjectWrapper<>(this, "moment", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScalingExplanation>> explanation =
            new ReadOnlyObjectWrapper<>(this, "explanation", Optional.empty());
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private @Nullable Work work;
    /** Only the newest question may be answered; those before it end on threads of their own. */
    private volatile @Nullable Asked asked;

    /** @param now the answer on the present, which stands while nobody points at another moment */
    MomentViewModel(Workspace workspace, ReadOnlyObjectProperty<Reason> now) {
        this.workspace = workspace;
        sentence.bind(Bindings.createStringBinding(() -> words(now.get()), now, moment, explanation));
        headline.bind(Bindings.createStringBinding(() -> headline(now.get()), now, moment, explanation));
    }

    /** The moment; empty for the present. */
    ReadOnlyObjectProperty<Optional<Instant>> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** All that is known of the moment; empty until it was read. */
    ReadOnlyObjectProperty<Optional<ScalingExplanation>> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** The answer in a few words, for those who have no time for the sentence; empty while there is none. */
    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** The one sentence on the moment, or on the present. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Asks about a moment; an answer to an earlier question that comes late is dropped. */
    void ask(String environment, Instant at) {
        var question = new Asked(environment, at);
        asked = question;
        giveUp();
        explanation.set(Optional.empty());
        moment.set(Optional.of(at));
        work = workspace
                .background()
                .run(
                        Words.of("scaling.moment.asking", time(at)),
                        () -> explained(question),
                        found -> found.filter(each -> isNewest(question))
                                .ifPresent(each -> explanation.set(Optional.of(each))),
                        failure -> {
                            if (isNewest(question)) {
                                now();
                            }
                        });
    }

    /** Nothing where another moment was asked about meanwhile: that this one was given up is no problem to tell. */
    private Optional<ScalingExplanation> explained(Asked question) {
        try {
            return Optional.of(workspace
                    .connection()
                    .scalingDesk()
                    .explain(question.environmentName(), question.at().minus(LEADS_TO), question.at()));
        } catch (DeployException e) {
            if (isNewest(question)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isNewest(Asked question) {
        return question == asked;
    }

    /** Goes back to the present. */
    void now() {
        asked = null;
        giveUp();
        moment.set(Optional.empty());
        explanation.set(Optional.empty());
    }

    /** Another environment was chosen: a moment of the one before means nothing there. */
    void follow(String environment) {
        var question = asked;
        if (question != null && !question.environmentName().equals(environment)) {
            now();
        }
    }

    private void giveUp() {
        if (work != null && !work.isDone()) {
            work.cancel();
        }
        work = null;
    }

    private String headline(Reason now) {
        var verdict = moment.get().isEmpty() ? now.verdict() : explanation.get().map(ScalingExplanation::verdict);
        return verdict.map(each -> Words.of("scaling.verdict." + each.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private String words(Reason now) {
        return moment.get()
                .map(at -> explanation
                        .get()
                        .map(found -> Words.of("scaling.moment.sentence", time(at), found.sentence()))
                        .orElseGet(() -> Words.of("scaling.moment.asking", time(at))))
                .orElse(now.sentence());
    }

    private String time(Instant at) {
        return Wording.time(at, workspace.clock().instant(), workspace.clock().getZone());
    }

    /** One question; two of the same moment are still two. */
    private record Asked(String environmentName, Instant at) {}
}
