package io.beanpole.deploy.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that Elastic Beanstalk gets. */
class SourceBundleTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void options() throws IOException {
        write(".ebextensions/web/20-web.config", "web");
        write(".ebextensions/worker/20-worker.config", "worker");
        write(".ebextensions/common/10-common.config", "common");
    }

    @Test
    void aBundleHoldsTheDockerrunAndTheOptionsOfItsTierOnly() throws IOException {
        assertThat(names(SourceBundle.of("{}", new BundleTree(folder), "web", "shop")))
                .containsExactly(".ebextensions/10-common.config", ".ebextensions/20-web.config", "Dockerrun.aws.json");
    }

    @Test
    void theSameInputGivesTheSameBytesAtAnotherTimeInAnotherZone() throws IOException {
        var first = SourceBundle.of("{}", new BundleTree(folder), "web", "shop");
        var zone = TimeZone.getDefault();

        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        try {
            Files.setLastModifiedTime(folder.resolve(".ebextensions/web/20-web.config"), FileTime.fromMillis(0));
            var second = SourceBundle.of("{}", new BundleTree(folder), "web", "shop");

            assertThat(second.bytes()).isEqualTo(first.bytes());
            assertThat(second.sha256()).isEqualTo(first.sha256()).hasSize(64);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherOptionGivesAnotherHash() throws IOException {
        var before =
                SourceBundle.of("{}", new BundleTree(folder), "web", "shop").sha256();

        write(".ebextensions/web/20-web.config", "other");

        assertThat(SourceBundle.of("{}", new BundleTree(folder), "web", "shop").sha256())
                .isNotEqualTo(before);
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        write(".ebextensions/web/10-common.config", "");

        assertThatThrownBy(() -> SourceBundle.of("{}", new BundleTree(folder), "web", "shop"))
                .hasMessageContaining("Two files of one bundle are called .ebextensions/10-common.config");
    }

    @Test
    void aFileThatElasticBeanstalkWouldIgnoreIsRefused() throws IOException {
        write(".ebextensions/web/options.yml", "");

        assertThatThrownBy(() -> SourceBundle.of("{}", new BundleTree(folder), "web", "shop"))
                .hasMessageContaining("call it NN-name.config");
    }

    @Test
    void hooksOfAllAndOfTheTierLoseItsFolderAndCanBeRun() throws IOException {
        write(".platform/common/hooks/prebuild/01-all.sh", "#!/bin/sh\n");
        write(".platform/web/confighooks/postdeploy/02-web.sh", "#!/bin/sh\n");
        write(".platform/web/nginx/conf.d/time.conf", "proxy_read_timeout 90s;");
        write(".platform/worker/hooks/prebuild/01-worker.sh", "#!/bin/sh\n");

        var files = SourceBundle.read(bundle().bytes()).files();

        assertThat(files)
                .containsKeys(
                        ".platform/hooks/prebuild/01-all.sh",
                        ".platform/confighooks/postdeploy/02-web.sh",
                        ".platform/nginx/conf.d/time.conf")
                .doesNotContainKey(".platform/hooks/prebuild/01-worker.sh");
        assertThat(files.get(".platform/hooks/prebuild/01-all.sh").isProgram()).isTrue();
        assertThat(files.get(".platform/nginx/conf.d/time.conf").isProgram()).isFalse();
    }

    @Test
    void aHookThatLinuxCouldNotStartIsRefused() throws IOException {
        write(".platform/web/hooks/prebuild/01-a.sh", "echo");
        assertThatThrownBy(this::bundle).hasMessageContaining("names its interpreter");

        write(".platform/web/hooks/prebuild/01-a.sh", "#!/bin/sh\r\necho\r\n");
        assertThatThrownBy(this::bundle).hasMessageContaining("line ends of Windows");
    }

    @Test
    void periodicTasksBelongToOneWorker() throws IOException {
        write("cron/nightly.yaml", "version: 1\ncron:\n  - {name: a, url: /a, schedule: \"0 2 * * *\"}\n");
        var tree = new BundleTree(folder);

        assertThat(names(SourceBundle.of("{}", tree, "worker", "nightly"))).contains("cron.yaml");
        assertThat(names(SourceBundle.of("{}", tree, "worker", "daily"))).doesNotContain("cron.yaml");
        assertThatThrownBy(() -> SourceBundle.of("{}", tree, "web", "nightly")).hasMessageContaining("no worker");
    }

    @Test
    void periodicTasksThatTheDaemonWouldEndOverAreRefused() throws IOException {
        write("cron/nightly.yaml", "version: 1\ncron:\n  - {name: a, url: a, schedule: \"0 2 * *\"}\n");

        assertThatThrownBy(() -> SourceBundle.of("{}", new BundleTree(folder), "worker", "nightly"))
                .hasMessageContaining("needs a url for a that begins with /");
    }

    private SourceBundle bundle() {
        return SourceBundle.of("{}", new BundleTree(folder), "web", "shop");
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> names(SourceBundle bundle) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
