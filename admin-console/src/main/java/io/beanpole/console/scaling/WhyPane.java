package io.beanpole.console.scaling;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.ScalingExplanation;
import io.beanpole.scaling.why.AxisEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Why an environment did or did not scale at a moment: the answer, what else is worth knowing, and what happened. */
final class WhyPane {
    /** How many rows before the marked one are in sight. */
    private static final int ABOVE = 3;

    private final MomentViewModel model;
    private final Clock clock;
    private final KeyedList<Happening> happenings = new KeyedList<>(each -> String.valueOf(each.number()));
    private final Node node;

    @FXML
    private VBox answer;

    @FXML
    private Label hint;

    @FXML
    private TableView<Row<Happening>> entries;

    @FXML
    private TableColumn<Row<Happening>, String> entryTime;

    @FXML
    private TableColumn<Row<Happening>, String> entryKind;

    @FXML
    private TableColumn<Row<Happening>, String> entryText;

    WhyPane(MomentViewModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        this.node = FxmlFile.SCALING_WHY.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        entries.setItems(happenings.rows());
        entries.setPlaceholder(
                new EmptyState(Feather.CROSSHAIR, Words.of("scaling.entries.none"), Words.of("scaling.moment.hint")));
        DetailedRows.install(entries, happening -> happening.entry().text());
        Columns.text(entryTime, each -> Wording.time(each.entry().at(), clock.instant(), clock.getZone()));
        Columns.text(
                entryKind,
                each -> Words.of(
                        "scaling.entry.kind." + each.entry().kind().name().toLowerCase(Locale.ROOT)));
        Columns.text(entryText, each -> each.entry().text());
        model.explanationProperty().subscribe(this::show);
    }

    private void show(Optional<ScalingExplanation> explanation) {
        var axis = explanation.map(ScalingExplanation::axis).orElse(List.of());
        happenings.update(IntStream.range(0, axis.size())
                .mapToObj(number -> new Happening(number, axis.get(number)))
                .toList());
        explanation.ifPresent(found -> mark(found.at(), axis));
        var lines = new ArrayList<Node>();
        explanation.ifPresentOrElse(
                found -> {
                    lines.add(line(model.headlineProperty().get(), "strong"));
                    lines.add(line(found.sentence(), "besides"));
                    found.besides().forEach(sentence -> lines.add(line(sentence, "besides")));
                    found.findings().forEach(finding -> lines.add(new FindingView(finding)));
                },
                () -> lines.add(hint));
        answer.getChildren().setAll(lines);
    }

    /** The last thing that happened until the moment is marked and in sight: what decided stands near it. */
    private void mark(Instant at, List<AxisEntry> axis) {
        var last = (int) axis.stream().filter(entry -> !entry.at().isAfter(at)).count() - 1;
        if (last >= 0) {
            entries.getSelectionModel().clearAndSelect(last);
            entries.scrollTo(Math.max(0, last - ABOVE));
        }
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** One entry with its place among the others. */
    record Happening(int number, AxisEntry entry) {}
}
