package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.ConnectionOffers;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.settings.Settings;
import io.beanpole.deploy.stage.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleOptionsTest {
    @Test
    void withoutOptionsItIsTheLocalCloud() {
        var options = ConsoleOptions.parse(List.of());

        assertThat(options.profile()).isEmpty();
        assertThat(options.screen()).isEmpty();
        assertThat(options.isHelp()).isFalse();
    }

    @Test
    void profileRegionAndScreenAreRead() {
        var options = ConsoleOptions.parse(List.of("--profile", "ops", "--region", "eu-west-1", "--screen", "queues"));

        assertThat(options.profile()).contains("ops");
        assertThat(options.region()).contains("eu-west-1");
        assertThat(options.screen()).contains(ScreenName.QUEUES);
    }

    @Test
    void aNamedStageIsWorkedOnAndReadOnlyHoldsForTheStart(@TempDir Path checkout) {
        var offers = new ConnectionOffers(new StateDirectory(checkout, checkout.resolve("state")));
        var start = ConsoleOptions.parse(List.of("--stage", "production", "--read-only"))
                .start(offers);
        var settings = new Settings();

        start.applyTo(settings);

        assertThat(start.isReadOnly()).isTrue();
        assertThat(settings.connections())
                .extracting(ConnectionChoice::id)
                .containsExactly("local", "stage production");
        assertThat(settings.connectionProperty().get()).isEqualTo("stage production");
        assertThat(settings.connections().get(1).isReadOnly()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        assertRefused("The console has no option --reigon", "--reigon");
        assertRefused("--profile needs a value", "--profile");
        assertRefused("--profile needs a value", "--profile", "--screen");
        assertRefused(
                "There is no screen lanes; there are environments, deploy, scaling, queues, alarms, logs, timeouts.",
                "--screen",
                "lanes");
        assertRefused("--profile and --stage name two", "--profile", "ops", "--stage", "production");
        assertRefused("--region asks for AWS, and so needs --profile", "--region", "eu-west-1");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> ConsoleOptions.parse(List.of(arguments)))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining(sentence);
    }
}
