package io.beanpole.console.queues.timeline;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Question;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.local.ToldMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The messages of the chosen lane and the life of one of them, where the cloud tells it; and a message of one's own. */
public final class MessagesViewModel {
    /** As many as a person may look through; an older one is found by its id. */
    private static final int MOST = 200;

    private final Workspace workspace;
    private final Optional<String> whyNot;
    private final Poll<Reading> poll;
    private final KeyedList<ToldMessage.InShort> messages = new KeyedList<>(ToldMessage.InShort::messageId);
    private final ReadOnlyStringWrapper lane = new ReadOnlyStringWrapper(this, "lane", "");
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper(this, "chosen", "");
    private final ReadOnlyObjectWrapper<Optional<ToldMessage>> message =
            new ReadOnlyObjectWrapper<>(this, "message", Optional.empty());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(this, "told", "");
    private final ReadOnlyBooleanWrapper here = new ReadOnlyBooleanWrapper(this, "here", false);
    private final StringProperty body = new SimpleStringProperty(this, "body", "");
    private final ReadOnlyStringWrapper sent = new ReadOnlyStringWrapper(this, "sent", "");
    private volatile Wanted wanted = new Wanted("", "");

    /** The messages of a connection's lanes. */
    public MessagesViewModel(Workspace workspace) {
        this.workspace = workspace;
        whyNot = workspace.connection().timelines().whyNot();
        poll = workspace
                .polling()
                .poll(Words.of("queues.messages.reading"), workspace.interval(), this::read, this::show);
        workspace.lanes().lanes().addListener((ListChangeListener<Row<LaneState>>) change -> follow());
        workspace.selection().nameProperty().addListener((name, before, now) -> followEnvironment(now));
        follow();
    }

    /** Reads from now on, as long as it is seen. */
    public void shown() {
        if (whyNot.isEmpty()) {
            poll.start();
        }
    }

    /** Reads no more. */
    public void hidden() {
        poll.pause();
    }

    Workspace workspace() {
        return workspace;
    }

    /** Why this cloud tells no timelines; empty when it does. */
    Optional<String> whyNot() {
        return whyNot;
    }

    List<String> lanes() {
        return workspace.lanes().lanes().stream().map(row -> row.value().name()).toList();
    }

    /** The chosen lane's name; empty when there is none. */
    ReadOnlyStringProperty laneProperty() {
        return lane.getReadOnlyProperty();
    }

    /** The messages, the latest first. */
    ObservableList<Row<ToldMessage.InShort>> messages() {
        return messages.rows();
    }

    /** The chosen message's id; empty when none is. */
    ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** All that is told of the chosen message; empty until it is read, or when nothing is told of it. */
    ReadOnlyObjectProperty<Optional<ToldMessage>> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What is told of the queue or the chosen message when that is nothing; empty else. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** A message of the person's own. */
    StringProperty bodyProperty() {
        return body;
    }

    /** What became of the message that was sent last; empty before the first. */
    ReadOnlyStringProperty sentProperty() {
        return sent.getReadOnlyProperty();
    }

    /** Chooses a lane by its name, and its environment in the frame. */
    public void chooseLane(String name) {
        if (!name.equals(lane.get())) {
            find(each -> each.name().equals(name)).ifPresent(chosen -> {
                put(chosen);
                workspace.selection().choose(chosen.environmentName());
            });
        }
    }

    /** Whether the chosen lane was among those read last, so that something can be sent to it. */
    ReadOnlyBooleanProperty hereProperty() {
        return here.getReadOnlyProperty();
    }

    /** Chooses a message of the lane by its id, also one that isn't among the latest. */
    public void choose(String id) {
        chosen.set(id.strip());
        if (message.get()
                .map(known -> known.message().messageId())
                .filter(id.strip()::equals)
                .isEmpty()) {
            message.set(Optional.empty());
        }
        wanted = new Wanted(queueName(), chosen.get());
        poll.now();
    }

    /** Sends the person's own message to the chosen lane, if they agree. */
    void send() {
        var text = body.get();
        state().filter(known -> !text.isBlank())
                .ifPresent(known -> workspace
                        .guard()
                        .ask(
                                new Question(
                                        known.queueName(),
                                        Words.of("queues.send.title", known.queueName()),
                                        Words.of("queues.send.consequences"),
                                        Words.of("queues.send.do"),
                                        false),
                                () -> send(known, text)));
    }

    private void send(LaneState to, String text) {
        workspace
                .background()
                .run(
                        Words.of("queues.send.sending", to.name()),
                        () -> workspace.connection().lanes().sendMessage(to, text),
                        id -> {
                            sent.set(Words.of("queues.send.sent", id, to.queueName()));
                            if (lane.get().equals(to.name())) {
                                choose(id);
                            }
                        });
    }

    /** Opens the logs of the environment that drains the chosen lane. */
    void openLogs() {
        state().ifPresent(known -> workspace.places().go(Place.of(ScreenName.LOGS, known.environmentName())));
    }

    /** When something was, as a person here reads it. */
    String time(Instant at) {
        return Wording.time(at, workspace.clock().instant(), workspace.clock().getZone());
    }

    private Optional<LaneState> state() {
        return find(each -> each.name().equals(lane.get()));
    }

    private Optional<LaneState> find(Predicate<LaneState> wanted) {
        return workspace.lanes().lanes().stream().map(Row::value).filter(wanted).findFirst();
    }

    private String queueName() {
        return state().map(LaneState::queueName).orElse("");
    }

    /** A lane that vanishes stays chosen: what a person sends never goes to another in its place. */
    private void follow() {
        if (lane.get().isEmpty()) {
            find(each -> each.environmentName().equals(workspace.selection().name()))
                    .or(() -> find(each -> true))
                    .ifPresent(this::put);
        }
        here.set(state().isPresent());
    }

    private void followEnvironment(String name) {
        var isOther =
                state().filter(known -> known.environmentName().equals(name)).isEmpty();
        if (isOther) {
            find(each -> each.environmentName().equals(name)).ifPresent(this::put);
        }
    }

    private void put(LaneState chosen) {
        lane.set(chosen.name());
        here.set(true);
        messages.update(List.of());
        choose("");
    }

    private Reading read() {
        var asked = wanted;
        if (asked.queueName().isEmpty()) {
            return new Reading(asked, List.of(), Optional.empty());
        }
        var timelines = workspace.connection().timelines();
        return new Reading(
                asked,
                timelines.messages(asked.queueName(), MOST),
                asked.messageId().isEmpty()
                        ? Optional.empty()
                        : timelines.message(asked.queueName(), asked.messageId()));
    }

    private void show(Reading reading) {
        if (!reading.asked().equals(wanted)) {
            return;
        }
        messages.update(reading.messages());
        message.set(reading.message());
        told.set(told(reading));
    }

    private String told(Reading reading) {
        if (!reading.asked().messageId().isEmpty() && reading.message().isEmpty()) {
            return Words.of("queues.messages.unknown");
        }
        return reading.messages().isEmpty() ? Words.of("queues.messages.none") : "";
    }

    /** What is asked for; read on the thread that polls. */
    private record Wanted(String queueName, String messageId) {}

    /** What was told. */
    private record Reading(Wanted asked, List<ToldMessage.InShort> messages, Optional<ToldMessage> message) {}
}
