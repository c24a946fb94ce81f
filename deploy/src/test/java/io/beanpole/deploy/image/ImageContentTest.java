package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.ImageOrigin;
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

        assertThat(of(same).hash("base")).isEqualTo(of(one).hash("base"));
        assertThat(of(other).hash("base")).isNotEqualTo(of(one).hash("base"));
        assertThat(of(one).hash("newer base")).isNotEqualTo(of(one).hash("base"));
    }

    @Test
    void ourOwnLibrariesLieInALayerOfTheirOwn() throws IOException {
        var content = of(module("one", "code"));

        assertThat(content.releases()).extracting(Path::getFileName).containsExactly(Path.of("lib-1.0.jar"));
        assertThat(content.snapshots()).extracting(Path::getFileName).containsExactly(Path.of("ours-1-SNAPSHOT.jar"));
        assertThat(content.classPath())
                .isEqualTo("/app/resources:/app/classes:/app/libs/lib-1.0.jar:/app/libs/ours-1-SNAPSHOT.jar");
    }

    @Test
    void aModuleThatIsNotBuiltIsASentence() {
        var image = image(folder.resolve("nowhere"));

        assertThatThrownBy(() -> of(image))
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
        var origin = new ImageOrigin.Module(
                base, module.resolve("classes"), module.resolve("libs"), "a.Main", List.of(), "app", Map.of());
        return new ImageSpec("app", "app", 8080, origin);
    }

    private static ImageContent of(ImageSpec image) {
        return ImageContent.of(image, (ImageOrigin.Module) image.origin());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
