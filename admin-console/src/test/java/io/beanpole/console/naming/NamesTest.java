package io.beanpole.console.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long names are shortened. */
class NamesTest {
    private static final String DIGEST = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void aResourceOfAStackGoesByItsLogicalId() {
        assertThat(Names.logical("awseb-e-abc123xyz0-stack-QueueDepthAlarmHigh-A1B2C3D4E5"))
                .isEqualTo("QueueDepthAlarmHigh");
        assertThat(Names.logical("awseb-e-abc123xyz0-stack-QueueDepthAlarmHigh"))
                .isEqualTo("QueueDepthAlarmHigh");
        assertThat(Names.logical("my-own-alarm")).isEqualTo("my-own-alarm");
    }

    @Test
    void sentencesAreShortenedInsideAndOtherwiseLeftAlone() {
        assertThat(Names.shortened("alarm awseb-e-a1-stack-High-A1B2C3D4E5 in state ALARM runs web@" + DIGEST + "."))
                .isEqualTo("alarm High in state ALARM runs web@sha256:0123456789ab.");
    }

    @Test
    void imagesLoseTheirRegistryAndMostOfTheirDigest() {
        assertThat(Names.image("127.0.0.1:5000/beanpole/web@" + DIGEST)).isEqualTo("beanpole/web@0123456789ab");
        assertThat(Names.image("127.0.0.1:5000/beanpole/web:1")).isEqualTo("beanpole/web:1");
        assertThat(Names.digest(DIGEST)).isEqualTo("0123456789ab");
    }

    @Test
    void peopleAreNamedByTheLastPartOfTheirArn() {
        assertThat(Names.actor("arn:aws:sts::000000000000:assumed-role/releases/mara"))
                .isEqualTo("mara");
        assertThat(Names.actor("arn:aws:iam::000000000000:root")).isEqualTo("root");
    }

    @Test
    void sizesHaveThreeDigits() {
        assertThat(Names.size(980)).isEqualTo("980 B");
        assertThat(Names.size(48_200)).isEqualTo("48 kB");
        assertThat(Names.size(48_230_000)).isEqualTo("48.2 MB");
        assertThat(Names.size(169_000_000)).isEqualTo("169 MB");
        assertThat(Names.size(1_690_000_000)).isEqualTo("1.69 GB");
    }
}
