package io.beanpole.console.file;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks a person where a file shall be saved; the desktop's own dialog asks before it replaces one. */
public final class SaveDialog {
    private Optional<File> last = Optional.empty();

    /** The file that was chosen, beginning where the last one was saved; empty when none was. */
    public Optional<Path> ask(Node owner, String title, String name) {
        return ask(owner, title, name, Optional.empty());
    }

    /** @param folder where to begin; without one where the last file was saved */
    public Optional<Path> ask(Node owner, String title, String name, Optional<Path> folder) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        folder.map(Path::toFile).or(() -> last).ifPresent(chooser::setInitialDirectory);
        var chosen = Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()));
        chosen.ifPresent(file -> last = Optional.ofNullable(file.getParentFile()));
        return chosen.map(File::toPath);
    }
}
