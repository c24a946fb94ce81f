package io.beanpole.console.release;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** The images of a repository, of which one is chosen. */
final class ImagesPane {
    private final ImageShelf shelf;
    private final Clock clock;
    private final Consumer<ImageLine> choice;
    private final Memory memory;
    private final Node node;

    @FXML
    private ComboBox<String> repository;

    @FXML
    private TextField search;

    @FXML
    private TableView<Row<ImageLine>> images;

    @FXML
    private TableColumn<Row<ImageLine>, String> tagsColumn;

    @FXML
    private TableColumn<Row<ImageLine>, ImageLine> digestColumn;

    @FXML
    private TableColumn<Row<ImageLine>, String> pushedColumn;

    @FXML
    private TableColumn<Row<ImageLine>, Long> sizeColumn;

    /** @param choice hears which image a person chose */
    ImagesPane(ImageShelf shelf, Clock clock, Memory memory, Consumer<ImageLine> choice) {
        this.memory = memory;
        this.shelf = shelf;
        this.clock = clock;
        this.choice = choice;
        node = FxmlFile.DEPLOY_IMAGES.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        repository.setItems(shelf.repositories());
        shelf.repositoryProperty().subscribe(repository::setValue);
        repository.setOnAction(event -> {
            if (repository.getValue() != null) {
                shelf.choose(repository.getValue());
            }
        });
        images.setItems(shelf.images());
        var absence = new EmptyState(Feather.PACKAGE, Words.of("deploy.image.none"), "");
        images.setPlaceholder(absence);
        search.textProperty().bindBidirectional(shelf.searchProperty());
        search.textProperty()
                .subscribe(wanted -> absence.say(
                        Words.of("deploy.image.none"),
                        Words.of(wanted.isBlank() ? "deploy.image.advice" : "deploy.image.noMatch")));
        DetailedRows.install(images, ImagesPane::detail);
        Columns.text(tagsColumn, line -> String.join(", ", line.image().tags()));
        digestColumn.setCellValueFactory(cell -> cell.getValue().valueProperty());
        digestColumn.setCellFactory(made -> new DigestCell());
        digestColumn.setSortable(false);
        Columns.text(pushedColumn, this::age);
        Columns.number(sizeColumn, line -> line.image().size(), Names::size);
        RememberedColumns.install(images, memory, "deploy.images");
        images.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> {
            if (now != null) {
                choice.accept(now.value());
            }
        });
    }

    private String age(ImageLine line) {
        var age = Duration.between(line.image().pushedAt(), clock.instant());
        if (age.toMinutes() < 1) {
            return Words.of("deploy.image.justNow");
        }
        return Wording.duration(
                age.toHours() < 1
                        ? Duration.ofMinutes(age.toMinutes())
                        : age.toDays() < 1 ? Duration.ofHours(age.toHours()) : Duration.ofDays(age.toDays()));
    }

    private static String detail(ImageLine line) {
        return line.image().pinned() + (line.isDeployed() ? "\n" + Words.of("deploy.image.runsNow") : "");
    }
}
