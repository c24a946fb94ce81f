package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.console.screen.ScreenName;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void whatIsWrongIsSaidInASentence() {
        assertRefused("The console has no option --reigon", "--reigon");
        assertRefused("--profile needs a value", "--profile");
        assertRefused("--profile needs a value", "--profile", "--screen");
        assertRefused(
                "There is no screen lanes; there are environments, deploy, scaling, queues.", "--screen", "lanes");
        assertRefused("--region asks for AWS, and so needs --profile", "--region", "eu-west-1");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> ConsoleOptions.parse(List.of(arguments)))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining(sentence);
    }
}
