package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small languages inside the formats: commands, sizes, and the names of instance types. */
class WordsAndSizesTest {
    @Test
    void aCommandSplitsIntoTheWordsThatMadeIt() {
        var words = List.of("java", "-jar", "a b.jar", "it's", "", "$HOME", "\"x\"");

        assertThat(ShellWords.split(ShellWords.join(words))).isEqualTo(words);
        assertThat(ShellWords.split("sh -c \"a 'b' \\\"c\\\"\"  d\\ e "))
                .containsExactly("sh", "-c", "a 'b' \"c\"", "d e");
        assertThat(ShellWords.split("   ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"512m, 512", "1g, 1024", "1.5GB, 1536", "268435456, 256", "2048kb, 2", "512M, 512"})
    void composeSizesAreMebibytes(String text, int mebibytes) {
        assertThat(ComposeSize.mebibytes(text)).hasValue(mebibytes);
    }

    @Test
    void whatIsNoSizeIsNone() {
        assertThat(ComposeSize.mebibytes("")).isEmpty();
        assertThat(ComposeSize.mebibytes("${LIMIT}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "t2.micro, 1024, amd64",
        "t3.nano, 512, amd64",
        "t4g.small, 2048, arm64",
        "m5.large, 8192, amd64",
        "m6g.medium, 4096, arm64",
        "m6gd.xlarge, 16384, arm64",
        "c5.9xlarge, 73728, amd64",
        "c7gn.large, 4096, arm64",
        "r6i.2xlarge, 65536, amd64"
    })
    void theNameOfATypeTellsItsMemoryAndArchitecture(String name, int memory, String architecture) {
        assertThat(InstanceType.of(name)).hasValue(new InstanceType(name, memory));
        assertThat(InstanceType.architecture(name)).isEqualTo(architecture);
    }

    @Test
    void aTypeThatFollowsNoRuleIsUnknown() {
        assertThat(List.of("c4.large", "c5n.large", "m5.metal", "x1e.xlarge", "p4d.24xlarge", "nonsense"))
                .allSatisfy(name -> assertThat(InstanceType.of(name)).isEmpty());
        assertThat(InstanceType.architecture("a1.large")).isEqualTo("arm64");
    }
}
