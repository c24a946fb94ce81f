package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into an image, and what tells two of them apart. */
class ImageContentTest {
    @TempDir
    private Path folder;

    @Test
    void theHashIsTheSameInAnotherFolderAndAnotherWithAnotherClass() throws IOException {
        var one = module("one", "code");
        var same = module("two", "code");
        var other = module("three", "other code");

        assertThat(ImageContent.of(same).hash("base"))
                .isEqualTo(ImageContent.of(one).hash("base"));
        assertThat(ImageContent.of(other).hash("base"))
                .isNotEqualTo(ImageContent.of(one).hash("base"));
        assertThat(ImageContent.of(one).hash("newer base"))
                .isNotEqualTo(ImageContent.of(one).hash("base"));
    }

    @Test
    void ourOwnLibrariesLieInALayerOfTheirOwn() throws IOException {
        var content = ImageContent.of(module("one", "code"));

        assertThat(content.releases()).extracting(Path::getFileName).containsExactly(Path.of("lib-1.0.jar"));
        assertThat(content.snapshots()).extracting(Path::getFileName).containsExactly(Path.of("ours-1-SNAPSHOT.jar"));
        assertThat(content.classPath())
                .isEqualTo("/app/resources:/app/classes:/app/libs/lib-1.0.jar:/app/libs/ours-1-SNAPSHOT.jar");
    }

    @Test
    void aModuleThatIsNotBuiltIsASentence() {
        var image = image(folder.resolve("nowhere"));

        assertThatThrownBy(() -> ImageContent.of(image))
                .hasMessageContaining("The image app has no main class: there is no " + folder);
    }

    private ImageSpec module(String name, String code) throws IOException {
        var module = folder.resolve(name);
        write(module.resolve("classes/a/Main.class"), code);
        write(module.resolve("classes/application.yml"), "resource");
        write(module.resolve("libs/lib-1.0.jar"), "lib");
        write(module.resolve("libs/ours-1-SNAPSHOT.jar"), "ours");
        return image(module);
    }

    private static ImageSpec image(Path module) {
        var base = new BaseSpec("java", "base/java", List.of());
        return new ImageSpec(
                "app",
                "app",
                base,
                module.resolve("classes"),
                module.resolve("libs"),
                "a.Main",
                List.of(),
                8080,
                "app",
                Map.of());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
