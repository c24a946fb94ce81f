package io.beanpole.console;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.ConnectionOffers;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.settings.Settings;
import io.beanpole.console.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The connections that are set up and those that could be: adding, changing and removing them. */
final class ConnectionsViewModel {
    private final Settings settings;
    private final Consumer<ConnectionChoice> leave;
    private final ObservableList<ConnectionChoice> offers = FXCollections.observableArrayList();
    private List<ConnectionChoice> found = List.of();

    /** @param leave takes a connection away, once a person agreed to what that ends */
    ConnectionsViewModel(Settings settings, Consumer<ConnectionChoice> leave) {
        this.settings = settings;
        this.leave = leave;
        settings.connections().addListener((InvalidationListener) list -> weigh());
    }

    /** Those that are set up, in the order of the switcher. */
    ObservableList<ConnectionChoice> choices() {
        return settings.connections();
    }

    /** Those that were found on this machine and aren't set up yet. */
    ObservableList<ConnectionChoice> offers() {
        return offers;
    }

    /** These were found. */
    void found(List<ConnectionChoice> all) {
        found = List.copyOf(all);
        weigh();
    }

    /** Sets one up. */
    void add(ConnectionChoice choice) {
        if (find(choice.id()).isEmpty()) {
            choices().add(choice);
        }
    }

    /** Sets a profile up that was typed; says what is wrong with it, if something is. */
    Optional<String> addProfile(String profile, String region) {
        if (profile.isBlank()) {
            return Optional.of(Words.of("frame.connections.no-profile"));
        }
        if (!region.isBlank() && !region.strip().matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            return Optional.of(Words.of("frame.connections.no-region", region.strip()));
        }
        var choice = ConnectionOffers.ofProfile(profile.strip(), region.strip());
        if (find(choice.id()).isPresent()) {
            return Optional.of(Words.of("frame.connections.known", choice.name()));
        }
        add(choice);
        return Optional.empty();
    }

    /** Puts a changed one in the place of the one that reaches the same cloud; a blank name changes nothing. */
    void change(ConnectionChoice changed) {
        if (changed.name().isBlank()) {
            return;
        }
        for (int at = 0; at < choices().size(); at++) {
            var present = choices().get(at);
            if (present.id().equals(changed.id()) && !present.equals(changed)) {
                choices().set(at, changed);
            }
        }
    }

    /** The same under another name. */
    void rename(ConnectionChoice choice, String name) {
        change(new ConnectionChoice(choice.reach(), name.strip(), choice.kind(), choice.color(), choice.isReadOnly()));
    }

    /** The same as another kind. */
    void treatAs(ConnectionChoice choice, CloudKind kind) {
        change(new ConnectionChoice(choice.reach(), choice.name(), kind, choice.color(), choice.isReadOnly()));
    }

    /** The same in the next colour. */
    void recolor(ConnectionChoice choice) {
        var next = (choice.color() + 1) % ConnectionChoice.COLORS;
        change(new ConnectionChoice(choice.reach(), choice.name(), choice.kind(), next, choice.isReadOnly()));
    }

    /** Whether one can be taken away: the last one stays, so that the window has something to show. */
    boolean isRemovable() {
        return choices().size() > 1;
    }

    /** Takes one away; its cloud is left as it is. */
    void remove(ConnectionChoice choice) {
        if (isRemovable()) {
            leave.accept(choice);
        }
    }

    private Optional<ConnectionChoice> find(String id) {
        return choices().stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    private void weigh() {
        offers.setAll(
                found.stream().filter(choice -> find(choice.id()).isEmpty()).toList());
    }
}
