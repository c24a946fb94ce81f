package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsdOptionsTest {
    private static final String QUEUE = "--queue http://127.0.0.1:9324/000000000000/lane ";
    private static final String NEEDED = QUEUE + "--target http://127.0.0.1:8080 ";

    @Test
    void whatIsNotSaidIsAsAnEnvironmentsDefault() {
        SqsdOptions options = parse(NEEDED);

        assertThat(options.endpoint()).isEqualTo(URI.create("http://127.0.0.1:9324/"));
        assertThat(options.settings().inactivityTimeout()).isEqualTo(Duration.ofSeconds(299));
        assertThat(options.settings().errorVisibilityTimeout()).isEmpty();
        assertThat(options.settings().behaviour()).isEqualTo(SqsdBehaviour.DEFAULT);
        assertThat(options.drain()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everyOptionArrives() {
        SqsdOptions options = parse(
                NEEDED
                        + "--path /work --connections 7 --error-visibility-timeout 3 --profile 2.x --prefetch as-on-aws --proxy on");

        assertThat(options.settings().httpPath()).isEqualTo("/work");
        assertThat(options.settings().httpConnections()).isEqualTo(7);
        assertThat(options.settings().errorVisibilityTimeout()).contains(Duration.ofSeconds(3));
        assertThat(options.settings().behaviour())
                .isEqualTo(new SqsdBehaviour(
                        FailureProfile.SECOND_GENERATION, false, Prefetch.AS_ON_AWS, ProxyStage.NGINX));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense 1             | There is no option '--nonsense'.
            --path                   | The option --path needs a value.
            --path work              | --path must begin with /
            --connections 0          | --connections must be a number from 1 to 100, not '0'.
            --connections 101        | --connections must be a number from 1 to 100, not '101'.
            --visibility-timeout -1  | --visibility-timeout must be a number
            --connect-timeout 0      | --connect-timeout must be a number from 1 to 60, not '0'.
            --inactivity-timeout 0   | --inactivity-timeout must be a number from 1 to 36000
            --visibility-timeout 43201 | --visibility-timeout must be a number from 0 to 43200
            --retention-period 59    | --retention-period must be a number from 60 to 1209600
            --drain 43201            | --drain must be a number from 0 to 43200
            --profile 4              | There is no sqsd profile '4'
            --prefetch much          | --prefetch must be guarded, off or as-on-aws, not 'much'.
            --proxy maybe            | --proxy must be on or off, not 'maybe'.
            --endpoint https://x     | --endpoint must be an address like http://127.0.0.1:8080
            """)
    void whatCantBeFollowedIsSaidInWords(String words, String message) {
        assertThatThrownBy(() -> parse(NEEDED + words))
                .isInstanceOf(SqsdOptions.UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void queueAndTargetMustBeSaid() {
        assertThatThrownBy(() -> parse("")).hasMessageStartingWith("--queue must be an address");
        assertThatThrownBy(() -> parse(QUEUE)).hasMessageStartingWith("--target must be an address");
    }

    @Test
    void withoutAKeyNobodyCallsTheQueue() {
        assertThatThrownBy(() -> parse(NEEDED).access(Map.of())).hasMessageStartingWith("AWS_ACCESS_KEY_ID and");
    }

    private static SqsdOptions parse(String words) {
        return SqsdOptions.parse(
                words.isBlank() ? List.of() : List.of(words.strip().split(" +")));
    }
}
