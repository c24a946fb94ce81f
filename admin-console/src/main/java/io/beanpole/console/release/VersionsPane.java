package io.beanpole.console.release;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.version.KnownVersion;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The versions of the application, of which one is chosen; and the way to a bundle from this machine. */
final class VersionsPane {
    private final DeployViewModel model;
    private final Clock clock;
    private final Node node;

    @FXML
    private TableView<Row<KnownVersion>> versions;

    @FXML
    private TableColumn<Row<KnownVersion>, String> labelColumn;

    @FXML
    private TableColumn<Row<KnownVersion>, String> madeColumn;

    @FXML
    private TableColumn<Row<KnownVersion>, Mark> stateColumn;

    VersionsPane(DeployViewModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        node = FxmlFile.DEPLOY_VERSIONS.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        var absence = new EmptyState(Feather.ARCHIVE, Words.of("deploy.versions.title"), "");
        model.versions().stateProperty().subscribe(state -> absence.say(Words.of("deploy.versions.title"), state));
        versions.setPlaceholder(absence);
        versions.setItems(model.versions().rows());
        DetailedRows.install(versions, this::detail);
        Columns.text(labelColumn, KnownVersion::label);
        Columns.text(madeColumn, version -> Wording.time(version.createdAt(), clock.instant(), clock.getZone()));
        Columns.mark(stateColumn, this::state);
        RememberedColumns.install(versions, model.memory(), "deploy.versions");
        versions.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> {
            if (now != null) {
                model.choose(new Content.Version(now.value().label()));
            }
        });
        model.choice().fixedProperty().addListener((choice, before, now) -> {
            if (now.isEmpty()) {
                versions.getSelectionModel().clearSelection();
            }
        });
    }

    @FXML
    private void refresh() {
        model.versions().read();
    }

    @FXML
    private void open() {
        var chooser = new FileChooser();
        chooser.setTitle(Words.of("deploy.bundle.choose"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(Words.of("deploy.bundle.kinds"), "*.zip", "*.json", "*.war"));
        var file = chooser.showOpenDialog(node.getScene().getWindow());
        if (file != null) {
            model.choose(new Content.BundleFile(file.toPath()));
        }
    }

    /** A version of other images is none for this environment, though it is of the same application. */
    private boolean isForeign(KnownVersion version) {
        var deployed = model.form().deployedImages().stream()
                .map(ImageShelf::repositoryOf)
                .toList();
        return !deployed.isEmpty()
                && !version.images().isEmpty()
                && version.images().stream().map(ImageShelf::repositoryOf).noneMatch(deployed::contains);
    }

    private Mark state(KnownVersion version) {
        if (!version.canBeDeployed()) {
            return new Mark(Tone.BAD, Words.of("deploy.version.gone"), String.join(" ", version.missing()));
        }
        if (isForeign(version)) {
            return new Mark(
                    Tone.WARNING,
                    Words.of("deploy.version.foreign"),
                    Words.of("deploy.version.foreignDetail", String.join(", ", version.images())));
        }
        return version.deployedOn().isEmpty()
                ? new Mark(Tone.IDLE, Words.of("deploy.version.there"))
                : new Mark(
                        Tone.GOOD,
                        Words.of("deploy.version.runs", String.join(", ", version.deployedOn())),
                        String.join(", ", version.deployedOn()));
    }

    private String detail(KnownVersion version) {
        return Stream.of(
                        Stream.of(version.label(), version.description()),
                        version.deployedOn().stream().map(name -> Words.of("deploy.version.runsIn", name)),
                        version.missing().stream(),
                        version.unchecked().stream())
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
