package io.beanpole.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How rows line up. */
class TableTest {
    @Test
    void everyColumnIsAsWideAsItsWidestCell() {
        assertThat(new Table("A", "LONGER", "C").row("wide", "b", "").lines())
                .containsExactly("A     LONGER  C", "wide  b");
    }
}
