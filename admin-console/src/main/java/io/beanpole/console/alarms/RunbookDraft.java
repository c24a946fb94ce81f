package io.beanpole.console.alarms;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The runbook of an alarm as a person edits it: what they type isn't lost when the same alarm is read again. */
final class RunbookDraft {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private String alarmName = "";
    private String kept = "";

    /** What stands in the editor. */
    StringProperty textProperty() {
        return text;
    }

    /** Shows what is kept of an alarm, unless a person has begun to change what was kept of it before. */
    void follow(String name, String newest) {
        var isUntouched = text.get().equals(kept);
        if (!name.equals(alarmName) || isUntouched) {
            text.set(newest);
        }
        alarmName = name;
        kept = newest;
    }
}
