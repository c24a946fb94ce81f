package io.beanpole.cloud.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusCodesTest {
    @Test
    void aListAndARangeIncludeEachOfTheirCodes() {
        StatusCodes codes = StatusCodes.of("200-204, 404");

        assertThat(codes.include(200)).isTrue();
        assertThat(codes.include(204)).isTrue();
        assertThat(codes.include(404)).isTrue();
        assertThat(codes.include(205)).isFalse();
        assertThat(codes).hasToString("200-204,404");
    }

    @Test
    void whatIsNoneOfItMeans200() {
        assertThat(StatusCodes.of("well").include(200)).isTrue();
        assertThat(StatusCodes.of("").include(201)).isFalse();
    }
}
