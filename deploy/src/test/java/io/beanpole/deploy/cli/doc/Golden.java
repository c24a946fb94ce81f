package io.beanpole.deploy.cli.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is written from the code: compared, or written anew with {@code -Dgolden=write}. */
record Golden(Path file) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static Golden of(String path) {
        return new Golden(ROOT.resolve(path));
    }

    void holds(String content) throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("Written from the code; mvn -pl deploy -am test -Dtest='*DocTest' -Dgolden=write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false writes it")
                .hasContent(content);
    }
}
