package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ports for servers that open them later. */
class FreePortTest {
    @Test
    void itIsNotOneThatTheSystemGivesToOthersMeanwhile() throws IOException {
        int found = FreePort.next();

        try (ServerSocket given = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket opened = new ServerSocket(found, 1, InetAddress.getLoopbackAddress())) {
            assertThat(found).isLessThan(32_768).isLessThan(given.getLocalPort());
            assertThat(opened.getLocalPort()).isEqualTo(found);
        }
    }

    @Test
    void whoeverLooksAtTheSameTimeFindsAnother() {
        assertThat(IntStream.range(0, 20)
                        .map(each -> FreePort.next())
                        .distinct()
                        .count())
                .isGreaterThan(15);
    }
}
