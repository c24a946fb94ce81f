package io.beanpole.console.queues.letters;

import io.beanpole.console.control.ChoiceWords;
import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.Snapshot;
import io.beanpole.deploy.lane.LaneState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The workbench of a lane's dead letters: causes, letters, one letter, and what can be done with them. */
public final class LettersPane {
    private final LettersViewModel model;
    private final StoreViewModel store;
    private final LetterHindrances hindrances;
    private final BiConsumer<String, String> openTimeline;
    private final Node node;

    @FXML
    private ComboBox<String> lanes;

    @FXML
    private Button look;

    @FXML
    private ComboBox<Path> files;

    @FXML
    private Label count;

    @FXML
    private Button restore;

    @FXML
    private Button purge;

    @FXML
    private Label missing;

    @FXML
    private Label whyNot;

    @FXML
    private SplitPane rooms;

    @FXML
    private TableView<Row<GroupRow>> groups;

    @FXML
    private TableColumn<Row<GroupRow>, Integer> groupCount;

    @FXML
    private TableColumn<Row<GroupRow>, String> groupKind;

    @FXML
    private TableColumn<Row<GroupRow>, String> groupError;

    @FXML
    private TableColumn<Row<GroupRow>, String> groupOldest;

    @FXML
    private TableColumn<Row<GroupRow>, String> groupNewest;

    @FXML
    private TableView<Snapshot.Entry> letters;

    @FXML
    private TableColumn<Snapshot.Entry, String> letterSent;

    @FXML
    private TableColumn<Snapshot.Entry, Integer> letterReceives;

    @FXML
    private TableColumn<Snapshot.Entry, String> letterKind;

    @FXML
    private TableColumn<Snapshot.Entry, String> letterId;

    @FXML
    private StackPane letterPlace;

    @FXML
    private EmptyState nothing;

    @FXML
    private Label sentence;

    @FXML
    private StackPane redrivePlace;

    /** @param openTimeline shows what happened to a message: lane and message id */
    public LettersPane(LettersViewModel model, BiConsumer<String, String> openTimeline) {
        this.model = model;
        this.store = new StoreViewModel(model);
        this.hindrances = new LetterHindrances(model);
        this.openTimeline = openTimeline;
        node = FxmlFile.DEAD_LETTERS.load(this);
    }

    /** What fills the tab. */
    public Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        letterPlace.getChildren().setAll(new LetterPane(model, openTimeline).node());
        redrivePlace.getChildren().setAll(new RedrivePane(model).node());
        redrivePlace
                .visibleProperty()
                .bind(Bindings.isNotEmpty(model.shown().groups())
                        .or(model.work().busyProperty()));
        redrivePlace.managedProperty().bind(redrivePlace.visibleProperty());
        columns();
        tables();
        choosers();
        buttons();
        sentence.textProperty().bind(model.work().sentenceProperty());
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        missing.textProperty().bind(model.missingProperty());
        missing.managedProperty().bind(model.missingProperty().isNotEmpty());
        rooms.visibleProperty().bind(Bindings.isNotEmpty(model.shown().groups()));
        nothing.visibleProperty().bind(rooms.visibleProperty().not());
        model.laneProperty().addListener((lane, before, now) -> say());
        model.shown().snapshotProperty().addListener((snapshot, before, now) -> say());
        say();
    }

    private void columns() {
        Columns.number(groupCount, GroupRow::count, count -> Wording.number(count));
        Columns.text(groupKind, row -> row.group().map(CauseWords::kind).orElse(Words.of("queues.letters.all")));
        Columns.text(groupError, row -> row.group().map(CauseWords::error).orElse(""));
        Columns.text(groupOldest, row -> model.time(row.oldest()));
        Columns.text(groupNewest, row -> model.time(row.newest()));
        part(letterSent, entry -> model.time(entry.letter().sentAt()));
        part(letterReceives, entry -> entry.letter().receives());
        letterReceives.getStyleClass().add("number-column");
        part(letterKind, entry -> CauseWords.kind(entry.cause().kind()));
        part(letterId, entry -> entry.letter().id());
        RememberedColumns.install(groups, model.workspace().memory(), "queues.letter-groups");
        RememberedColumns.install(letters, model.workspace().memory(), "queues.letters");
        DetailedRows.install(
                groups,
                row -> row.group()
                        .map(group -> CauseWords.kind(group) + "\n" + CauseWords.error(group))
                        .orElse(""));
    }

    private static <V> void part(TableColumn<Snapshot.Entry, V> column, Function<Snapshot.Entry, V> part) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(part.apply(cell.getValue())));
    }

    private void tables() {
        groups.setItems(model.shown().groups());
        groups.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> {
            if (now != null) {
                model.shown().chooseGroup(Optional.of(now.value()));
            }
        });
        model.shown().groupProperty().addListener((group, before, now) -> select(now));
        letters.setItems(model.shown().letters());
        letters.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> {
            if (now != null) {
                model.shown().chooseLetter(Optional.of(now));
            }
        });
        model.shown()
                .letterProperty()
                .addListener((letter, before, now) -> now.ifPresent(letters.getSelectionModel()::select));
        select(model.shown().groupProperty().get());
        model.shown().letterProperty().get().ifPresent(letters.getSelectionModel()::select);
    }

    private void select(Optional<GroupRow> chosen) {
        chosen.flatMap(row -> model.shown().groups().stream()
                        .filter(each -> each.value().key().equals(row.key()))
                        .findFirst())
                .ifPresent(groups.getSelectionModel()::select);
    }

    private void choosers() {
        lanes.setOnAction(event -> {
            if (lanes.getValue() != null) {
                model.chooseLane(lanes.getValue());
            }
        });
        lanes.disableProperty().bind(model.work().busyProperty());
        files.setItems(model.files());
        files.setConverter(
                new ChoiceWords<>(new SnapshotNames(model.workspace().clock().getZone())::of));
        files.setOnAction(event -> {
            if (files.getValue() != null) {
                model.open(files.getValue());
            }
        });
        files.disableProperty().bind(model.work().busyProperty().or(Bindings.isEmpty(model.files())));
    }

    private void buttons() {
        look.disableProperty().bind(hindrances.cannotLook());
        restore.disableProperty().bind(hindrances.cannotRestore());
        purge.disableProperty().bind(hindrances.cannotPurge());
        var shown = model.shown().letters();
        purge.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> shown.isEmpty()
                                ? Words.of("queues.purge.button.none")
                                : Words.of("queues.purge.button", Wording.number(shown.size())),
                        shown));
        whyNot.textProperty().bind(hindrances.why());
        whyNot.managedProperty().bind(whyNot.textProperty().isNotEmpty());
    }

    private void say() {
        var lane = model.laneProperty().get();
        var names = model.lanes().stream().map(row -> row.value().name()).toList();
        if (!lanes.getItems().equals(names)) {
            lanes.getItems().setAll(names);
        }
        lanes.setValue(lane.map(LaneState::name).orElse(null));
        model.shown().file().ifPresent(files::setValue);
        count.setText(lane.map(known -> Words.of("queues.letters.there", LetterCount.of(known.deadLetters())))
                .orElse(""));
        var unseen = Unseen.of(lane);
        nothing.say(unseen.title(), unseen.advice());
    }

    @FXML
    private void look() {
        model.look();
    }

    @FXML
    private void restore() {
        store.restore();
    }

    @FXML
    private void purge() {
        store.purge();
    }
}
