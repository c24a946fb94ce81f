package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.aws.Spending;
import io.beanpole.deploy.connection.Connection.Kind;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    @Test
    void onAwsTheCallsHaveTheirPrice() {
        assertThat(StatusLine.words(new Spending(42, 1.3), Kind.AWS))
                .isEqualTo("42 calls a minute, about $1.30 a month");
        assertThat(StatusLine.words(new Spending(42, 0.004), Kind.AWS))
                .isEqualTo("42 calls a minute, less than $0.01 a month");
        assertThat(StatusLine.words(new Spending(7, 0), Kind.AWS)).isEqualTo("7 calls a minute, free");
    }

    @Test
    void theLocalCloudIsFree() {
        assertThat(StatusLine.words(new Spending(600, 38), Kind.LOCAL)).isEqualTo("600 calls a minute, free");
        assertThat(StatusLine.words(new Spending(7, 0), Kind.LOCAL)).isEqualTo("7 calls a minute, free");
    }
}
