package io.beanpole.console.environments;

import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.words.Words;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The table of all environments of all open connections, over the details of the chosen one. */
public final class EnvironmentsView implements Screen {
    private static final double MOST_OF_THE_SCREEN = 0.36;

    private final EnvironmentsViewModel model;
    private final EmptyState nothing = new EmptyState(Feather.SERVER, "", "");
    private final Node node;

    /** While the table follows a reading, it chooses by itself; only what a person chooses counts. */
    private boolean isFollowing;

    private boolean isFitted;

    @FXML
    private Label summary;

    @FXML
    private Label notTold;

    @FXML
    private TextField filter;

    @FXML
    private MenuButton filters;

    @FXML
    private ComboBox<Grouping> grouping;

    @FXML
    private TableView<Row<EnvironmentLine>> environments;

    @FXML
    private SplitPane split;

    @FXML
    private StackPane detail;

    /** The screen of the whole window. */
    public EnvironmentsView(Workspaces workspaces) {
        model = new EnvironmentsViewModel(workspaces);
        node = FxmlFile.ENVIRONMENTS.load(this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void filter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public CopiedCommands commands() {
        return new CopiedCommands(
                "./beanpole status", "aws elasticbeanstalk describe-environments --no-include-deleted");
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        notTold.textProperty()
                .bind(model.notToldProperty().map(why -> why.isEmpty() ? "" : Words.of("environments.nottold", why)));
        notTold.managedProperty().bind(notTold.textProperty().isNotEmpty());
        notTold.visibleProperty().bind(notTold.managedProperty());
        new FilterMenu(filters, model.savedFilters(), model.filterProperty()).install();
        grouping.getItems().setAll(Grouping.values());
        grouping.valueProperty().bindBidirectional(model.groupingProperty());
        table();
        detail.getChildren().setAll(new DetailPane(model.detail(), model.memory()).node());
        model.readProperty().addListener((read, before, now) -> sayNothing());
        sayNothing();
    }

    private void table() {
        var columns = new FleetColumns(environments, model.detail()::clock);
        columns.install();
        RememberedColumns.install(environments, model.memory(), "environments.table");
        model.groupingProperty().addListener((choice, before, now) -> showNeeded(columns));
        showNeeded(columns);
        environments.setItems(model.environments());
        environments.setPlaceholder(nothing);
        environments.setRowFactory(made -> new LineRow());
        environments.setSortPolicy(sorted -> {
            following(() -> model.sort(environments.getComparator()));
            return true;
        });
        environments.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> chosen(now));
        model.environments().addListener((ListChangeListener<Row<EnvironmentLine>>) change -> {
            showNeeded(columns);
            sayNothing();
            select();
            fit();
        });
        split.heightProperty().addListener((height, before, now) -> fit());
        model.detail().chosenProperty().addListener((chosen, before, now) -> select());
        select();
    }

    /** What is the same in all rows needs no column. */
    private void showNeeded(FleetColumns columns) {
        columns.column("group").setVisible(model.groupingProperty().get() != Grouping.NONE);
        columns.column("connection").setVisible(model.hasSeveralConnections());
        columns.column("application").setVisible(model.hasSeveralApplications());
    }

    /** Few environments leave the room to the details of one; from then on a person moves the divider. */
    private void fit() {
        if (!isFitted && split.getHeight() > 0 && !environments.getItems().isEmpty()) {
            isFitted = true;
            // Later, because the rows of a reading come one by one.
            Platform.runLater(() -> split.setDividerPositions(
                    FittingHeight.divider(environments, split.getHeight(), MOST_OF_THE_SCREEN)));
        }
    }

    private void chosen(@Nullable Row<EnvironmentLine> now) {
        if (now != null && !isFollowing) {
            model.choose(now.value());
        }
    }

    /** The row of the environment that is worked on stays selected, wherever it goes. */
    private void select() {
        following(() -> {
            var selection = environments.getSelectionModel();
            model.chosenRow()
                    .ifPresentOrElse(
                            row -> {
                                if (selection.getSelectedItem() != row) {
                                    selection.select(row);
                                }
                            },
                            selection::clearSelection);
        });
    }

    private void following(Runnable change) {
        var before = isFollowing;
        isFollowing = true;
        try {
            change.run();
        } finally {
            isFollowing = before;
        }
    }

    private void sayNothing() {
        if (!model.readProperty().get()) {
            nothing.say(Words.of("environments.reading.title"), Words.of("environments.reading.advice"));
        } else if (model.hidesSome()) {
            nothing.say(Words.of("environments.filtered.title"), Words.of("environments.filtered.advice"));
        } else {
            nothing.say(Words.of("environments.empty.title"), Words.of("environments.empty.advice"));
        }
    }

    /** A row that shows where a group begins. */
    private static final class LineRow extends TableRow<Row<EnvironmentLine>> {
        @Override
        protected void updateItem(Row<EnvironmentLine> item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove("group-start");
            if (!empty && item != null && item.value().startsGroup()) {
                getStyleClass().add("group-start");
            }
        }
    }
}
