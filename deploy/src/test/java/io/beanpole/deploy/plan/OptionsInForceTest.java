package io.beanpole.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsInForceTest {
    private static final String GROUP = "aws:autoscaling:asg";

    private final FakeFacts facts = new FakeFacts();
    private final OptionsInForce options = new OptionsInForce(facts);

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentItselfWinsOverTheFilesOfTheBundleWhichAreNamed() throws IOException {
        worker();
        facts.settings.put(new OptionName(GROUP, "MaxSize"), "8");

        assertThat(options.of("worker"))
                .containsExactly(new OptionInForce(GROUP, "MaxSize", "8", OptionSource.API, ".ebextensions says 4"));
    }

    @Test
    void whatTheFilesExplainIsTheirs() throws IOException {
        worker();
        facts.settings.put(new OptionName(GROUP, "MaxSize"), "4");

        assertThat(options.of("worker"))
                .containsExactly(new OptionInForce(GROUP, "MaxSize", "4", OptionSource.EBEXTENSIONS, ""));
    }

    @Test
    void aSecretIsNotTold() throws IOException {
        worker();
        facts.settings.put(
                new OptionName("aws:elasticbeanstalk:application:environment", "DB_PASSWORD"), "correct horse");

        assertThat(options.of("worker")).noneMatch(option -> option.value().contains("horse"));
    }

    @Test
    void anEnvironmentThatIsGoneHasNone() {
        assertThat(options.of("nobody")).isEmpty();
    }

    private void worker() throws IOException {
        var extensions = Files.createDirectories(folder.resolve(".ebextensions"));
        Files.writeString(extensions.resolve("scaling.config"), """
                option_settings:
                  aws:autoscaling:asg:
                    MaxSize: 4
                """);
        facts.worker("worker", "v1");
        facts.versions.put(
                "v1", new VersionFact("v1", "PROCESSED", Optional.of(new BundleAddress("bucket", "v1.zip"))));
        facts.bundles.put("v1", SourceBundle.ofFolder(folder));
    }
}
