package io.beanpole.endtoend.display;

import io.beanpole.endtoend.EndToEndException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Monocle: JavaFX draws into its own memory. */
record WithinJava(Path root) implements Display {
    @Override
    public String name() {
        return "Monocle";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public List<String> options() {
        return List.of(
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dheadless.geometry=" + WIDTH + "x" + HEIGHT + "-32");
    }

    @Override
    public List<Path> libraries() {
        Path libs = root.resolve("end-to-end/target/libs");
        try (Stream<Path> jars = Files.list(libs)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("openjfx-monocle"))
                    .toList();
        } catch (IOException e) {
            throw new EndToEndException("Tried to find Monocle in " + libs + ", but " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // There is nothing outside the process that draws.
    }
}
