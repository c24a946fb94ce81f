package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsImagesTest {
    private final List<String> pulled = new ArrayList<>();
    private final AwsImages images =
            new AwsImages(new Pulls(), () -> new RegistryLogin("127.0.0.1:4510", "AWS", "secret"));

    @Test
    void anImageInEcrIsTakenFromTheRegistryHere() {
        images.pull("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:7");
        images.pull("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app@sha256:aa");
        images.pull("127.0.0.1:4510/team/app:7");
        images.pull("nginx:alpine");

        assertThat(pulled)
                .containsExactly(
                        "127.0.0.1:4510/team/app:7",
                        "127.0.0.1:4510/app@sha256:aa",
                        "127.0.0.1:4510/team/app:7",
                        "nginx:alpine");
    }

    @Test
    void oneThatIsNotHereIsASentenceThatSaysWhereToPushIt() {
        assertThatThrownBy(() -> images.pull("123456789012.dkr.ecr.eu-west-1.amazonaws.com/missing:1"))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining("Push it there first, as 127.0.0.1:4510/missing:1.");
    }

    /** A runtime that has every image but those called missing. */
    private final class Pulls implements ContainerRuntime {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void pull(String image) {
            if (image.contains("missing")) {
                throw new InstanceException("Pulling the image " + image + " failed.");
            }
            pulled.add(image);
        }

        @Override
        public Container start(ContainerSpec spec) {
            throw new UnsupportedOperationException("Nothing is started here.");
        }

        @Override
        public void close() {}
    }
}
