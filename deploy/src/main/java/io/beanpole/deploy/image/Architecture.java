package io.beanpole.deploy.image;

import java.util.Locale;

/** The architecture of a machine, by the names that images use. */
final class Architecture {
    private Architecture() {}

    static String ofThisMachine() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> System.getProperty("os.arch");
        };
    }
}
