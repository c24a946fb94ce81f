package io.beanpole.endtoend.packaging;

import java.nio.file.Path;
import java.util.List;

/** A Java with the modules that the console uses, and none of its own: our jars stay on the class path. */
final class JavaRuntime {
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.scripting",
            "java.security.jgss",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.unsupported");

    private JavaRuntime() {}

    /** Links it; it keeps its {@code java} command, with which the archive of loaded classes is written. */
    static Path link(JavaTools tools, Path directory) {
        tools.run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=2",
                        "--output",
                        directory.toString()));
        return directory;
    }
}
