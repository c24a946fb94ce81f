package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved of the chart. */
class ExportTest {
    private final TestWorkspace workspace = TestWorkspace.inline(FakeConnection.busy());
    private final Export export = new Export(workspace.workspace());

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theSeriesAreATableWithALineForEachTime(@TempDir Path folder) throws IOException {
        var now = workspace.workspace().clock().instant();
        var content = PictureContent.of(BusyHour.at(now, "beanpole-local-standard"));
        var file = folder.resolve("series.csv");

        export.series(content, file);

        var lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("time,Queue depth,In flight,Desired,In service");
        assertThat(lines).hasSizeGreaterThan(50);
        var columns = lines.get(0).split(",", -1).length;
        assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
        assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+\\d\\d:\\d\\d,.*");
    }

    @Test
    void thePictureIsAPng(@TempDir Path folder) throws IOException {
        var file = folder.resolve("picture.png");

        export.picture(new WritableImage(4, 3), file);

        assertThat(Files.readAllBytes(file)).startsWith(137, 80, 78, 71, 13, 10, 26, 10);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAProblemInWords(@TempDir Path folder) {
        export.picture(new WritableImage(4, 3), folder.resolve("missing").resolve("picture.png"));

        assertThat(workspace.notices().problems().values().toString()).contains("could not be written");
    }
}
