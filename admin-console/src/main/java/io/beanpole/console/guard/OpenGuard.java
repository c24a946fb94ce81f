package io.beanpole.console.guard;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Lets everything be done that the person agrees to, until it is told of a reason against all. */
public final class OpenGuard implements Guard {
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(this, "whyNot", "");
    private final Function<Question, Boolean> answer;

    /** @param answer whether the person says yes */
    public OpenGuard(Function<Question, Boolean> answer) {
        this.answer = answer;
    }

    /** Nothing can be done from now on, for this reason; empty to take it back. */
    public void forbid(String why) {
        nothing.set(why);
    }

    @Override
    public ReadOnlyStringProperty whyNot(Deed deed) {
        return nothing.getReadOnlyProperty();
    }

    @Override
    public void ask(Question question, Runnable then) {
        if (nothing.get().isEmpty() && answer.apply(question)) {
            then.run();
        }
    }
}
