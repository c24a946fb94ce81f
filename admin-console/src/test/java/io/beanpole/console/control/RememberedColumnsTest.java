package io.beanpole.console.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.memory.Memory;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RememberedColumnsTest {
    private static final String KEY = "environments.table";

    private final Memory memory = new Memory();
    private Stage stage;

    @Start
    void open(Stage made) {
        stage = made;
    }

    @Test
    void orderWidthSortingAndVisibilityAreThereAtTheNextStart(FxRobot robot) {
        robot.interact(() -> {
            var table = shown(table("name", "health", "depth"));
            var name = table.getColumns().get(0);
            var depth = table.getColumns().get(2);
            table.getColumns().setAll(List.of(depth, name, table.getColumns().get(1)));
            name.setPrefWidth(240);
            table.layout();
            table.getColumns().get(2).setVisible(false);
            depth.setSortType(SortType.DESCENDING);
            table.getSortOrder().add(depth);
        });

        robot.interact(() -> {
            var next = table("name", "health", "depth");

            assertThat(next.getColumns()).extracting(TableColumn::getId).containsExactly("depth", "name", "health");
            assertThat(next.getColumns().get(1).getPrefWidth()).isEqualTo(240);
            assertThat(next.getColumns().get(2).isVisible()).isFalse();
            assertThat(next.getSortOrder()).containsExactly(next.getColumns().get(0));
            assertThat(next.getColumns().get(0).getSortType()).isEqualTo(SortType.DESCENDING);
        });
    }

    @Test
    void aColumnThatIsNewKeepsItsPlaceAndOneThatWentDoesNoHarm(FxRobot robot) {
        memory.text(KEY, "").set("gone:80 depth:90 name:x :: 7");

        robot.interact(() -> assertThat(table("name", "age", "depth").getColumns())
                .extracting(TableColumn::getId)
                .containsExactlyInAnyOrder("name", "age", "depth"));
    }

    @Test
    void aTableThatNobodyTouchedIsNotRemembered(FxRobot robot) {
        robot.interact(() -> table("name", "health"));

        assertThat(memory.text(KEY, "").get()).isEmpty();
    }

    private TableView<String> table(String... ids) {
        var table = new TableView<String>();
        for (var id : ids) {
            var column = new TableColumn<String, String>(id);
            column.setId(id);
            table.getColumns().add(column);
        }
        RememberedColumns.install(table, memory, KEY);
        return table;
    }

    private TableView<String> shown(TableView<String> table) {
        stage.setScene(new Scene(table, 800, 300));
        stage.show();
        return table;
    }
}
