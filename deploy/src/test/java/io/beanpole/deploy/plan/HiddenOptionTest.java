package io.beanpole.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a stage's secrets is seen in a plan. */
class HiddenOptionTest {
    @Test
    void aPasswordInsideAUrlIsHiddenAndStillSeenToChange() {
        var hidden = HiddenOption.hide(change("DATABASE", "postgres://ann:old@db/shop", "postgres://ann:new@db/shop"));

        assertThat(hidden.before()).isEqualTo("postgres://HIDDEN@db/shop");
        assertThat(hidden.after()).isEqualTo("postgres://HIDDEN@db/shop (hidden, another)");
        assertThat(hidden.takesEffect()).isTrue();
        assertThat(HiddenOption.hide(change("COLOUR", "green", "blue"))).isEqualTo(change("COLOUR", "green", "blue"));
    }

    @Test
    void aChangedFileShowsThatASecretChangesAndNotWhatItIs() {
        var before = """
                option_settings:
                  - option_name: DB_PASSWD
                    value: one
                  aws:elasticbeanstalk:application:environment:
                    API_KEY: two
                    COLOUR: green
                    LINK: https://ann:three@host/?x=1
                {"name": "AUTH_TOKEN", "value": "four", "size": 1}
                export SIGNING_KEY=five
                -----BEGIN RSA PRIVATE KEY-----
                six
                -----END RSA PRIVATE KEY-----
                """;
        var after = before.replace("one", "1")
                .replace("two", "2")
                .replace("three", "3")
                .replace("four", "4")
                .replace("five", "5")
                .replace("six", "6");

        assertThat(LineDiff.of(before, after))
                .containsExactly(
                        " option_settings:",
                        "   - option_name: DB_PASSWD",
                        "-    value: HIDDEN",
                        "+    value: HIDDEN",
                        "   aws:elasticbeanstalk:application:environment:",
                        "-    API_KEY: HIDDEN",
                        "+    API_KEY: HIDDEN",
                        "     COLOUR: green",
                        "-    LINK: https://HIDDEN@host/?x=1",
                        "-{\"name\": \"AUTH_TOKEN\", \"value\": \"HIDDEN\", \"size\": 1}",
                        "-export SIGNING_KEY=HIDDEN",
                        "+    LINK: https://HIDDEN@host/?x=1",
                        "+{\"name\": \"AUTH_TOKEN\", \"value\": \"HIDDEN\", \"size\": 1}",
                        "+export SIGNING_KEY=HIDDEN",
                        " -----BEGIN RSA PRIVATE KEY-----",
                        "-HIDDEN",
                        "+HIDDEN",
                        " -----END RSA PRIVATE KEY-----");
    }

    private static OptionChange change(String name, String before, String after) {
        return new OptionChange(
                "aws:elasticbeanstalk:application:environment",
                name,
                before,
                OptionSource.API,
                after,
                OptionSource.API,
                List.of(),
                "Unknown");
    }
}
