package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that people give images. */
class ImageReferenceTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "shop/web, '', shop/web, ''",
        "shop/web:v1, '', shop/web, v1",
        "127.0.0.1:5000/shop/web:v1, 127.0.0.1:5000, shop/web, v1",
        "localhost/web, localhost, web, ''",
        "1.dkr.ecr.eu-central-1.amazonaws.com/shop/web:1, 1.dkr.ecr.eu-central-1.amazonaws.com, shop/web, 1"
    })
    void registryRepositoryAndTagAreToldApart(String text, String registry, String name, String tag) {
        var reference = ImageReference.of(text);

        assertThat(reference.registry()).isEqualTo(registry);
        assertThat(reference.name()).isEqualTo(name);
        assertThat(reference.tag().orElse("")).isEqualTo(tag);
        assertThat(ImageReference.of(text + "@" + DIGEST).digest()).hasValue(DIGEST);
    }

    @Test
    void whatIsNoNameIsASentence() {
        assertThatThrownBy(() -> ImageReference.of("web@sha256:12")).hasMessageContaining("is no digest");
        assertThatThrownBy(() -> ImageReference.of("two words")).hasMessageContaining("names no image");
        assertThatThrownBy(() -> ImageReference.of("web:-1")).hasMessageContaining("can't be a tag");
        assertThatThrownBy(() -> ImageReference.checkTag("a b")).hasMessageContaining("can't be a tag");
    }

    @Test
    void aTagSaysDateCommitAndContent() {
        assertThat(new Revision("2bc35d9", "20261121").tag("0a1b2c3d4e5f")).isEqualTo("20261121-2bc35d9-0a1b2c3d4e5f");
        assertThat(new Revision("nogit", "").tag("0a1b2c3d4e5f")).isEqualTo("nogit-0a1b2c3d4e5f");
    }
}
