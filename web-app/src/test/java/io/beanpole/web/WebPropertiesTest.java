package io.beanpole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings with which the web tier doesn't start, and what it says. */
class WebPropertiesTest {
    @Test
    void withoutAnOrderTheLanesAreInThatOfTheAlphabet() {
        assertThat(with("web.clip-bucket", "clips").laneOrder()).containsExactly("express", "standard");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web.lane-order | express,express | set WEB_LANE_ORDER to each of the lanes once",
                "web.lane-order | express | set WEB_LANE_ORDER to each of the lanes once",
                "web.lane-order | express,standard,slow | set WEB_LANE_ORDER to each of the lanes once",
                "web.promote.after.slow | 30m | names [slow], but the lanes are [express, standard]",
                "web.promote.after.standard | 0s | WEB_PROMOTE_AFTER_STANDARD is PT0S; set it to a duration above zero",
                "web.promote.after.standard | -5m | WEB_PROMOTE_AFTER_STANDARD is PT-5M;"
            })
    void whatCanNotBeMeantStopsTheStart(String key, String value, String sentence) {
        assertThatThrownBy(() -> with(key, value))
                .rootCause()
                .hasMessageStartingWith("The web tier can't start: ")
                .hasMessageContaining(sentence);
    }

    private static WebProperties with(String key, String value) {
        Map<String, String> all = new HashMap<>(Map.of(
                "web.lanes.express", "http://127.0.0.1/express",
                "web.lanes.standard", "http://127.0.0.1/standard",
                "web.clip-bucket", "clips"));
        all.put(key, value);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("web", WebProperties.class)
                .get();
    }
}
