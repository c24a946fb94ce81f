package io.beanpole.cloud.beanstalk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5);

    @Test
    void pagesGiveEachItemOnce() {
        List<Integer> seen = new ArrayList<>();
        String token = null;
        do {
            Page<Integer> page = Page.of(ALL, token, 2);
            seen.addAll(page.items());
            token = page.nextToken();
        } while (token != null);

        assertThat(seen).isEqualTo(ALL);
    }

    @Test
    void aTokenThatNobodyGaveIsRefused() {
        assertThatThrownBy(() -> Page.of(ALL, "x", 2)).hasMessageContaining("The NextToken 'x'");
        assertThat(Page.of(ALL, "77", 2).items()).isEmpty();
    }

    @Test
    void aPageHasOneToAThousandItems() {
        assertThatThrownBy(() -> Page.of(ALL, null, 0)).hasMessageContaining("'MaxRecords'");
        assertThatThrownBy(() -> Page.of(ALL, null, 1_001)).hasMessageContaining("'MaxRecords'");
        assertThat(Page.of(ALL, null, null).items()).isEqualTo(ALL);
    }
}
