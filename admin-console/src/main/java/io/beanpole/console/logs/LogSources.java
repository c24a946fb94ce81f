package io.beanpole.console.logs;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

/**
 * The instances that can be followed: those of the chosen environment, and those of environments that were chosen before
 * if the person keeps them, so that several environments can be followed together.
 */
final class LogSources {
    private static final Duration SELDOM = Duration.ofSeconds(15);

    private final Workspace workspace;
    private final KeyedList<LogSource> sources = new KeyedList<>(LogSource::key);
    private final BooleanProperty keep = new SimpleBooleanProperty(this, "keep", false);
    private final Poll<Reading> poll;

    /** Read by the thread that asks. */
    private volatile String environmentName = "";

    LogSources(Workspace workspace) {
        this.workspace = workspace;
        poll = workspace.polling().poll(Words.of("logs.reading-instances"), SELDOM, this::read, this::show);
        workspace.selection().nameProperty().addListener((name, before, now) -> follow(now));
        environmentName = workspace.selection().name();
    }

    ObservableList<Row<LogSource>> rows() {
        return sources.rows();
    }

    /** Whether chosen instances stay when another environment is chosen. */
    BooleanProperty keepProperty() {
        return keep;
    }

    /** Follows an instance, or no longer. */
    void choose(String key, boolean isChosen) {
        sources.update(sources.values().stream()
                .map(source -> source.key().equals(key) ? source.with(isChosen) : source)
                .toList());
    }

    /** The chosen instances by environment. */
    Map<String, Set<String>> chosen() {
        var chosen = new TreeMap<String, Set<String>>();
        sources.values().stream()
                .filter(LogSource::chosen)
                .forEach(source -> chosen.computeIfAbsent(source.environmentName(), name -> new TreeSet<>())
                        .add(source.instanceId()));
        return chosen;
    }

    void start() {
        poll.start();
    }

    void pause() {
        poll.pause();
    }

    private void follow(String name) {
        environmentName = name;
        sources.update(sources.values().stream()
                .filter(source -> keep.get() && source.chosen()
                        || source.environmentName().equals(name))
                .toList());
        poll.now();
    }

    private Reading read() {
        var name = environmentName;
        return new Reading(
                name,
                name.isEmpty()
                        ? List.of()
                        : workspace.connection().environments().instances(name));
    }

    /** A new instance is followed like the others; one that a person left out stays out. */
    private void show(Reading reading) {
        if (!reading.environmentName.equals(environmentName)) {
            return;
        }
        var newest = new ArrayList<LogSource>();
        sources.values().stream()
                .filter(source -> !source.environmentName().equals(reading.environmentName))
                .forEach(newest::add);
        for (var instance : reading.instances) {
            var fresh = new LogSource(reading.environmentName, instance.id(), true);
            newest.add(sources.find(fresh.key()).map(Row::value).orElse(fresh));
        }
        sources.update(newest);
    }

    /** An answer, with what was asked. */
    private record Reading(String environmentName, List<InstanceOverview> instances) {}
}
