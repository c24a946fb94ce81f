package io.beanpole.console;

import io.beanpole.console.guard.Asked;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.ConfirmationViewModel;
import io.beanpole.console.guard.Question;
import io.beanpole.console.polling.Work;
import io.beanpole.console.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Asks before a connection or the whole window is left while something is under way there. */
final class Leaving {
    private final ConfirmationViewModel confirmation;

    Leaving(ConfirmationViewModel confirmation) {
        this.confirmation = confirmation;
    }

    /** Leaves a connection, at once if nothing is under way there. */
    void connection(OpenConnection connection, Runnable then) {
        ask(connection.works(), connection.name(), connection.choice().kind(), "connection", then);
    }

    /** Closes the window, at once if nothing is under way. A second wish to close it doesn't ask again. */
    void window(List<Work> works, Runnable then) {
        var isAsked = confirmation
                .askedProperty()
                .get()
                .filter(asked -> asked.question().doIt().equals(Words.of("frame.leave.window.do")))
                .isPresent();
        if (!isAsked) {
            ask(works, Words.of("frame.leave.console"), CloudKind.LOCAL, "window", then);
        }
    }

    private void ask(List<Work> works, String place, CloudKind kind, String what, Runnable then) {
        if (works.isEmpty()) {
            then.run();
            return;
        }
        var names = works.stream().map(Work::name).distinct().collect(Collectors.joining("; "));
        var question = new Question(
                place,
                Words.of("frame.leave." + what + ".title", place),
                Words.of("frame.leave.under-way", names),
                Words.of("frame.leave." + what + ".do"),
                false);
        confirmation.ask(new Asked(question, place, kind, false, then));
    }
}
