package io.beanpole.deploy.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void wordsStandLeftAndNumbersRightUnderTheirTitles() {
        var table = new Columns("LANE", "WAITING", "OLDEST")
                .row("express", "0", "-")
                .row("standard", "1200", "45 s");

        assertThat(table.lines())
                .containsExactly(
                        "LANE      WAITING  OLDEST", //
                        "express         0       -",
                        "standard     1200    45 s");
    }
}
