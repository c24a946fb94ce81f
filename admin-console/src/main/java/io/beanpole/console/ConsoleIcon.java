package io.beanpole.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** What the system shows for the window in its title bar and task switcher. */
final class ConsoleIcon {
    private ConsoleIcon() {}

    /** The system takes the size that fits; the largest, 512, is for the installer only. */
    static List<Image> inAllSizes() {
        return Stream.of(16, 32, 48, 128).map(ConsoleIcon::ofSize).toList();
    }

    private static Image ofSize(int size) {
        var name = "icon/beanpole-" + size + ".png";
        return new Image(Objects.requireNonNull(ConsoleIcon.class.getResource(name), name)
                .toExternalForm());
    }
}
