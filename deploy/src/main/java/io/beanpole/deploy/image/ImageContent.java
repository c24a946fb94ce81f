package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import io.beanpole.deploy.spec.ImageOrigin.Module;
import io.beanpole.deploy.spec.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a module that go into its image, and the hash that tells one content from another. */
record ImageContent(ImageSpec image, Module module, List<Path> libs, List<Path> classes) {
    private static final String LAYOUT = "layout 1";

    /** Collects what Maven built; complains if it hasn't. */
    static ImageContent of(ImageSpec image, Module module) {
        var mainClass = module.classes().resolve(module.mainClass().replace('.', '/') + ".class");
        if (!Files.isRegularFile(mainClass)) {
            throw new DeployException(
                    "The image " + image.name() + " has no main class: there is no " + mainClass + ".",
                    "Build it first (mvn package), and check images." + image.name() + ".mainClass in deployment.yml.");
        }
        var libs = files(module.libs())
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
        return new ImageContent(image, module, libs, files(module.classes()).toList());
    }

    List<Path> releases() {
        return libs.stream().filter(lib -> !isSnapshot(lib)).toList();
    }

    List<Path> snapshots() {
        return libs.stream().filter(ImageContent::isSnapshot).toList();
    }

    /** The class path inside the image; resources and classes come first, as they do under Maven. */
    String classPath() {
        var libraries = libs.stream().map(lib -> "/app/libs/" + lib.getFileName());
        return String.join(
                ":",
                Stream.concat(Stream.of("/app/resources", "/app/classes"), libraries)
                        .toList());
    }

    /** A hash over everything that decides the image's digest, known without building it. */
    String hash(String base) {
        var digest = new Digest()
                .add(LAYOUT)
                .add(base)
                .add(image.toString()
                        .replace(module.classes().toString(), "")
                        .replace(module.libs().toString(), ""));
        for (var lib : libs) {
            digest.add(lib.getFileName().toString()).add(lib);
        }
        for (var file : classes) {
            digest.add(module.classes().relativize(file).toString()).add(file);
        }
        return digest.brief();
    }

    private static boolean isSnapshot(Path lib) {
        return lib.getFileName().toString().contains("SNAPSHOT");
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new DeployException("Could not read " + folder + ": " + e.getMessage(), e);
        }
    }
}
