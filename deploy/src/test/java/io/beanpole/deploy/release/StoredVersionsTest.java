package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where the source bundles of versions lie. */
class StoredVersionsTest {
    private final VersionName version = new VersionName("shop", "v1");

    @Test
    void twoWhoGiveALabelDifferentContentAtOnceDoNotOverwriteEachOther() {
        assertThat(StoredVersions.key(version, bundle("1")))
                .startsWith("shop/v1-")
                .endsWith(".zip")
                .isEqualTo(StoredVersions.key(version, bundle("1")))
                .isNotEqualTo(StoredVersions.key(version, bundle("2")));
    }

    private static SourceBundle bundle(String size) {
        return SourceBundle.read(("{\"size\": " + size + "}").getBytes(StandardCharsets.UTF_8));
    }
}
