package io.beanpole.cloud.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {
    private static final String LINE =
            "127.0.0.1 - frank [10/Oct/2026:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";
    private static final String JSON =
            "{\"type\": \"Login\", \"n\": 4.5, \"who\": {\"roles\": [\"a\", \"b\"]}, \"gone\": null, \"ok\": true,"
                    + " \"odd name\": \"x\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "ERROR; [ERROR 420] INVALID DATA",
                "error other; an other error",
                "\"INVALID DATA\"; [ERROR 420] INVALID DATA",
                "?ERROR ?WARN; a WARN here",
                "ERROR -EXITING; ERROR again",
                "%4[0-9]{2}%; code 404",
                "\"a \\\"b\"; a \"b",
            })
    void termsFind(String pattern, String message) {
        assertThat(FilterPattern.parse(pattern).matches(message)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "error; ERROR",
                "ERROR other; ERROR",
                "ERROR -EXITING; ERROR EXITING",
                "?ERROR ?WARN; fine",
                "?ERROR INFO; ERROR",
                "%4[0-9]{2}%; code 500"
            })
    void termsDoNotFind(String pattern, String message) {
        assertThat(FilterPattern.parse(pattern).matches(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.type = \"Login\" }",
                "{ $.type = Log* }",
                "{ $.type = %^Log% }",
                "{ $.type != \"Logout\" }",
                "{ $.n > 4 && $.n <= 4.5 }",
                "{ $.n = 1 || ($.n >= 4 && $.n < 5) }",
                "{ $.who.roles[1] = \"b\" }",
                "{ $.who.roles[*] = \"a\" }",
                "{ $.gone IS NULL }",
                "{ $.ok IS TRUE }",
                "{ $.never NOT EXISTS }",
                "{ $['odd name'] = x }",
                "{$.n=45e-1}"
            })
    void propertiesOfJsonFind(String pattern) {
        assertThat(FilterPattern.parse(pattern).matches(JSON)).isTrue();
        assertThat(FilterPattern.parse(pattern).matches("not JSON")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.type = \"login\" }",
                "{ $.never = 1 }",
                "{ $.never != 1 }",
                "{ $.gone NOT EXISTS }",
                "{ $.ok IS FALSE }",
                "{ $.n > 4 && $.type = x || $.n = 1 }"
            })
    void propertiesOfJsonDoNotFind(String pattern) {
        assertThat(FilterPattern.parse(pattern).matches(JSON)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[ip, user, name, time, request, status = 404, bytes]; true",
                "[ip, user, name, time, request, status = 4*, bytes > 1000]; true",
                "[..., status = 404, bytes]; true",
                "[ip, ..., bytes < 1000]; false",
                "[ip, user]; false",
                "[ip, user, name, time, request = *html*, status = 4* || status = 5*, bytes]; true",
                "[ip = %127\\.0%, ...]; true"
            })
    void wordsInTheirPlacesFind(String pattern, boolean found) {
        assertThat(FilterPattern.parse(pattern).matches(LINE)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{ type = 1 }",
                "{ $.a ~ 1 }",
                "{ $.a = 1 } x",
                "{ ($.a = 1 }",
                "{ $.a IS 5 }",
                "{ $.a > x }",
                "[",
                "[]",
                "[a, ",
                "[a=]",
                "\"open",
                "%[%",
                "%a",
                "x-y",
                "{ $. = 1 }",
                "{ $['a = 1 }"
            })
    void whatIsNotAPatternIsRefused(String text) {
        assertThatThrownBy(() -> FilterPattern.parse(text)).isInstanceOf(PatternException.class);
    }

    @Test
    void anEmptyPatternFindsEverything() {
        assertThat(FilterPattern.parse("  ").matches("anything")).isTrue();
    }
}
