package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.spec.DeadLetterSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a dead letter is taken to be about. */
class CausesTest {
    private final Causes causes = new Causes(
            new DeadLetterSpec(List.of("/job/type", "attribute:kind"), List.of("attribute:error", "/why")),
            Map.of("seen", "500", "both", "500"));

    @Test
    void theFirstPlaceThatIsThereCounts() {
        assertThat(cause("a", "{\"job\": {\"type\": \"cut\"}, \"why\": \"disk full\"}", Map.of("kind", "other")))
                .isEqualTo(new Cause("cut", "disk full"));
        assertThat(cause("a", "{\"job\": {}}", Map.of("kind", "other"))).isEqualTo(new Cause("other", "not recorded"));
    }

    @Test
    void whatTheDaemonSawStandsInWhereTheMessageSaysNothing() {
        assertThat(cause("seen", "{}", Map.of())).isEqualTo(new Cause("no kind", "500"));
        assertThat(cause("both", "{\"why\": \"disk full\"}", Map.of())).isEqualTo(new Cause("no kind", "disk full"));
    }

    @Test
    void aBodyThatIsNoJsonIsAKindOfItsOwn() {
        assertThat(cause("a", "garbage", Map.of()).kind()).isEqualTo("no JSON");
        assertThat(cause("a", "\"text\"", Map.of()).kind()).isEqualTo("no JSON");
    }

    @Test
    void aPeriodicTaskIsKnownByItsName() {
        assertThat(cause("a", "elasticbeanstalk scheduled job", Map.of("beanstalk.sqsd.task_name", "nightly"))
                        .kind())
                .isEqualTo("periodic task nightly");
    }

    @Test
    void aLongErrorIsItsFirstLineCutShort() {
        var error =
                cause("a", "{\"why\": \"" + "x".repeat(200) + "\"}", Map.of()).error();

        assertThat(error).hasSize(80).endsWith("\u2026");
    }

    private Cause cause(String id, String body, Map<String, String> attributes) {
        var values = new TreeMap<String, AttributeValue>();
        attributes.forEach((name, value) -> values.put(name, new AttributeValue("String", value)));
        return causes.of(FakeLetters.letter(id, body, values));
    }
}
