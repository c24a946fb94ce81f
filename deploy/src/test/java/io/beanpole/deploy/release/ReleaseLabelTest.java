package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a version made here is called. */
class ReleaseLabelTest {
    private static final String HASH = "0123456789abcdef0123";

    @Test
    void aTagIsSaidWhereThereIsOne() {
        assertThat(label("127.0.0.1:4510/shop/web:1.4@sha256:ffee")).isEqualTo("web-1.4-0123456789ab");
        assertThat(label("shop/web:1.4")).isEqualTo("web-1.4-0123456789ab");
    }

    @Test
    void aDigestStandsInForATag() {
        assertThat(label("1.dkr.ecr.eu-central-1.amazonaws.com/web@sha256:AABBCCDDEEFF00112233"))
                .isEqualTo("web-aabbccddeeff-0123456789ab");
    }

    @Test
    void anImageWithoutEitherAndAFileWithoutAnImageHaveNames() {
        assertThat(label("nginx")).isEqualTo("nginx-0123456789ab");
        assertThat(ReleaseLabel.of(List.of(), HASH)).isEqualTo("release-0123456789ab");
    }

    @Test
    void itStaysWithinWhatElasticBeanstalkAllows() {
        assertThat(label("web:" + "x".repeat(200))).hasSizeLessThanOrEqualTo(100);
        assertThat(label("odd image/na me:1")).matches("[A-Za-z0-9._-]+");
    }

    private static String label(String image) {
        return ReleaseLabel.of(List.of(image), HASH);
    }
}
