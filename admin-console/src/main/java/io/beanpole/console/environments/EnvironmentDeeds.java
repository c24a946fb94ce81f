package io.beanpole.console.environments;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.detail.EnvironmentDetails;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** What can be done to the chosen environment from here; the guard asks first. */
final class EnvironmentDeeds {
    private final DetailViewModel model;
    private final Map<Deed, ObservableValue<String>> whyNot = new EnumMap<>(Deed.class);

    EnvironmentDeeds(DetailViewModel model) {
        this.model = model;
    }

    /** Why it can't be done on the connection that is worked on; empty when it can. */
    ObservableValue<String> whyNot(Deed deed) {
        return whyNot.computeIfAbsent(deed, model::whyNot);
    }

    void restart() {
        model.workspace().ifPresent(work -> {
            var name = work.selection().name();
            ask(work, question(name, "environments.restart", false), details -> details.restartApplication(name));
        });
    }

    void rebuild() {
        model.workspace().ifPresent(work -> {
            var name = work.selection().name();
            ask(work, question(name, "environments.rebuild", true), details -> details.rebuild(name));
        });
    }

    /** Protects an unprotected instance, and the other way round. */
    void turnProtection(InstanceOverview instance) {
        var wish = instance.isProtected() ? "environments.unprotect" : "environments.protect";
        model.workspace()
                .ifPresent(work -> work.guard()
                        .ask(
                                new Question(
                                        work.selection().name(),
                                        Words.of(wish + ".question", instance.id()),
                                        Words.of(wish + ".consequences"),
                                        Words.of(wish + ".short"),
                                        false),
                                () -> work.background()
                                        .run(
                                                Words.of(wish, instance.id()),
                                                () -> {
                                                    work.connection()
                                                            .details()
                                                            .protect(instance.id(), !instance.isProtected());
                                                    return instance.id();
                                                },
                                                id -> told(work, Words.of(wish + ".done", id)))));
    }

    private static Question question(String name, String key, boolean isTyped) {
        return new Question(
                name,
                Words.of(key + ".question", name),
                Words.of(key + ".consequences", name),
                Words.of(key + ".doit"),
                isTyped);
    }

    private void ask(Workspace work, Question question, Consumer<EnvironmentDetails> deed) {
        var key = question.isTyped() ? "environments.rebuild.done" : "environments.restart.done";
        work.guard()
                .ask(
                        question,
                        () -> work.background()
                                .run(
                                        question.title(),
                                        () -> {
                                            deed.accept(work.connection().details());
                                            return question.subject();
                                        },
                                        name -> told(work, Words.of(key, name))));
    }

    private void told(Workspace work, String news) {
        work.notices().tell(news);
        model.refresh();
    }
}
