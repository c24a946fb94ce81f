package io.beanpole.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same for many things at once. */
class SideBySideTest {
    @Test
    void twoThingsAreDoneAtTheSameTimeAndComeBackInOrder() {
        var bothAreThere = new CountDownLatch(2);
        try (var threads = new SideBySide("test", 2)) {
            var met = threads.map(List.of("a", "b"), thing -> thing + meets(bothAreThere));

            assertThat(met).containsExactly("atrue", "btrue");
        }
    }

    @Test
    void aFailureIsThrownAsItWas() {
        try (var threads = new SideBySide("test", 2)) {
            assertThatThrownBy(() -> threads.map(List.of("a"), thing -> {
                        throw new DeployException("Could not do " + thing + ".");
                    }))
                    .isInstanceOf(DeployException.class)
                    .hasMessage("Could not do a.");
        }
    }

    private static boolean meets(CountDownLatch others) {
        others.countDown();
        try {
            return others.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
