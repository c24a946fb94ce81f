package io.beanpole.deploy.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.release.FakeShelf;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version is called. */
class VersionsTest {
    private final FakeShelf shelf = new FakeShelf();

    @TempDir
    private Path root;

    @Test
    void aCommitThatChangesNoBitOfTheBundleMakesNoVersion() throws IOException {
        var first = label("0a1b2c3", "0a1b2c3-11", "sha256:11");
        var documentsOnly = label("4d5e6f7", "4d5e6f7-11", "sha256:11");
        var changed = label("4d5e6f7", "4d5e6f7-22", "sha256:22");

        assertThat(first).matches("worker-[0-9a-f]{12}");
        assertThat(documentsOnly).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
        assertThat(shelf.descriptions)
                .containsExactly(
                        "commit 0a1b2c3, image 0a1b2c3-11 sha256:11", "commit 4d5e6f7, image 4d5e6f7-22 sha256:22");
    }

    private String label(String commit, String tag, String digest) throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID);
        var spec = new SpecFile(root).read();
        Files.copy(
                Path.of("../Dockerrun.aws.json.template"),
                spec.dockerrunTemplate(),
                StandardCopyOption.REPLACE_EXISTING);
        var environment =
                spec.environments(spec.stage("local"), List.of("urgent")).get(0);
        return new Versions(spec, shelf, line -> {})
                .plan(environment, new PushedImage("registry/worker", tag, digest), commit)
                .label();
    }
}
