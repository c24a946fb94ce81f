package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.PngPicture;
import io.beanpole.console.chart.SeriesTable;
import io.beanpole.console.file.WrittenFile;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.image.Image;

/** Saves what the chart shows: the picture as it is seen, or its series as a table. */
final class Export {
    private final Workspace workspace;

    Export(Workspace workspace) {
        this.workspace = workspace;
    }

    void picture(Image seen, Path file) {
        save(Words.of("scaling.export.picture"), file, () -> PngPicture.of(seen));
    }

    void series(ChartContent content, Path file) {
        save(
                Words.of("scaling.export.series"),
                file,
                () -> SeriesTable.of(content, workspace.clock().getZone()).getBytes(StandardCharsets.UTF_8));
    }

    private void save(String name, Path file, Supplier<byte[]> content) {
        workspace
                .background()
                .run(
                        name,
                        () -> WrittenFile.bytes(file, content.get()),
                        saved -> workspace.notices().tell(Words.of("scaling.export.saved", saved.toString())));
    }
}
