package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.dockerrun.ImageKnowledge.Presence;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real registry tells of images. */
class RegistryKnowledgeTest {
    @TempDir
    private Path folder;

    @Test
    void theRegistryTellsArchitecturesOfImagesAndOfIndexes() throws IOException {
        try (var registry = new TestRegistry(folder.resolve("registry"))) {
            var place = registry.place("shop/web");
            var knowledge = new RegistryKnowledge(place::signIn);
            var single = TestImage.of("arm64", "layer");
            var index = TestImage.index("amd64", "arm64");
            single.push(new RegistryRepository(place), folder);
            index.push(new RegistryRepository(place), folder);

            assertThat(knowledge.about(place.uri() + "@" + single.digest()).architectures())
                    .containsExactly("arm64");
            assertThat(knowledge.about(place.uri() + "@" + index.digest()).architectures())
                    .containsExactlyInAnyOrder("amd64", "arm64");
            assertThat(knowledge.about(place.uri() + ":nothing").presence()).isEqualTo(Presence.MISSING);
            assertThat(knowledge.about("docker.io/library/nginx:1").presence()).isEqualTo(Presence.UNKNOWN);
        }
    }
}
