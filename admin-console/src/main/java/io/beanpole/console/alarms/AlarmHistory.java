package io.beanpole.console.alarms;

import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmTransition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How the chosen alarm changed its state in the last two weeks, which is as long as CloudWatch remembers. */
final class AlarmHistory {
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private final Workspace workspace;
    private final ObservableList<AlarmTransition> transitions = FXCollections.observableArrayList();
    private final Poll<Reading> poll;

    /** Read by the thread that asks. */
    private volatile String alarmName = "";

    AlarmHistory(Workspace workspace) {
        this.workspace = workspace;
        poll = workspace.polling().poll(Words.of("alarms.history.reading"), SELDOM, this::read, this::show);
    }

    /** The newest first. */
    ObservableList<AlarmTransition> transitions() {
        return transitions;
    }

    /** Follows this alarm from now on; empty for none. */
    void follow(String name) {
        if (!name.equals(alarmName)) {
            alarmName = name;
            transitions.clear();
            poll.now();
        }
    }

    void start() {
        poll.start();
    }

    void pause() {
        poll.pause();
    }

    private Reading read() {
        var name = alarmName;
        if (name.isEmpty()) {
            return new Reading(name, List.of());
        }
        var now = workspace.clock().instant();
        return new Reading(name, workspace.connection().alarms().history(name, now.minus(REMEMBERED), now));
    }

    private void show(Reading reading) {
        if (!reading.alarmName.equals(alarmName)) {
            return;
        }
        var newestFirst = new ArrayList<>(reading.transitions);
        Collections.reverse(newestFirst);
        if (!newestFirst.equals(List.copyOf(transitions))) {
            transitions.setAll(newestFirst);
        }
    }

    /** An answer, with what was asked. */
    private record Reading(String alarmName, List<AlarmTransition> transitions) {}
}
