package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerArchiveTest {
    @TempDir
    private Path directory;

    @Test
    void aPathThatLeadsOutIsRefused() {
        assertRefused("its path leads out", file("../evil"));
        assertRefused("its path leads out", file("app/../../evil"));
    }

    @Test
    void aLinkThatLeadsOutIsRefused() {
        assertRefused("outside of /app", symlink("app/link", "../../../etc/passwd"));
        assertRefused("outside of /app", symlink("app/link", "/etc/passwd"));
        assertRefused("hard link to something outside", hardlink("app/link", "etc/passwd"));
    }

    @Test
    void linksThatLeadOutTogetherAreRefused() {
        assertRefused("outside of /app", symlink("app/x/up", ".."), symlink("app/x/up/out", "../../evil"));
    }

    @Test
    void devicesAreRefused() {
        TarArchiveEntry device = new TarArchiveEntry("app/null", TarConstants.LF_CHR);

        assertRefused("it is a device", device);
    }

    @Test
    void linksInsideAreKept() throws IOException {
        unpack(file("app/libs/a.jar"), symlink("app/current", "/app/libs"), hardlink("app/b.jar", "app/libs/a.jar"));

        assertThat(directory.resolve("app/current/a.jar")).exists();
        assertThat(Files.readSymbolicLink(directory.resolve("app/current"))).isEqualTo(Path.of("libs"));
        assertThat(directory.resolve("app/b.jar")).exists();
    }

    private void assertRefused(String why, TarArchiveEntry... entries) {
        assertThatThrownBy(() -> unpack(entries))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining(why);
        assertThat(directory.resolveSibling("evil")).doesNotExist();
    }

    private void unpack(TarArchiveEntry... entries) throws IOException {
        byte[] archive = ImageWorkshop.archive(Arrays.stream(entries)
                .map(entry -> Map.entry(entry, new byte[0]))
                .toList());
        new LayerArchive(directory).unpack(new ByteArrayInputStream(archive));
    }

    private static TarArchiveEntry file(String name) {
        return new TarArchiveEntry(name, true);
    }

    private static TarArchiveEntry symlink(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK, true);
        entry.setLinkName(target);
        return entry;
    }

    private static TarArchiveEntry hardlink(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK, true);
        entry.setLinkName(target);
        return entry;
    }
}
