package io.beanpole.deploy.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneNamesTest {
    @TempDir
    private Path root;

    @Test
    void anEnvironmentIsCalledAsTheLaneThatItDrains() throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID);
        var spec = new SpecFile(root).read();

        var names = LaneNames.of(spec, spec.stage("local"));

        assertThat(names.of("shop-local-urgent")).isEqualTo("fast");
        assertThat(names.of("another")).isEqualTo("another");
        assertThat(names.contains("fast")).isTrue();
        assertThat(names.contains("slow")).isFalse();
    }

    @Test
    void theMostUrgentComesFirstAndWhatNobodyDescribedComesByName() {
        var described = new LinkedHashMap<String, String>();
        described.put("z-env", "express");
        described.put("a-env", "standard");

        var sorted = List.of("other", "a-env", "more", "z-env").stream()
                .sorted(new LaneNames(described).byUrgency())
                .toList();

        assertThat(sorted).containsExactly("z-env", "a-env", "more", "other");
        assertThat(LaneNames.none().byEnvironment()).isEqualTo(Map.of());
    }
}
