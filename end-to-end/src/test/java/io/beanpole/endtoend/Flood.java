package io.beanpole.endtoend;

import io.beanpole.endtoend.demo.CutSize;
import io.beanpole.endtoend.demo.DemoOptions;
import io.beanpole.endtoend.demo.Demonstration;
import io.beanpole.endtoend.demo.Findings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One demonstration on the running house that tests share, some while it goes on and some when it is over. */
final class Flood {
    static final DemoOptions SMALL_CUTS =
            new DemoOptions(300, CutSize.SMALL, Duration.ofSeconds(3), Duration.ofMinutes(8));

    private final CompletableFuture<Findings> findings;

    /** Begins at once. */
    Flood(House house) {
        findings = CompletableFuture.supplyAsync(() -> new Demonstration(house, SMALL_CUTS, System.out, false).run());
    }

    /** Waits for its end. */
    Findings findings() {
        try {
            return findings.get(SMALL_CUTS.longest().plusMinutes(2).toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while waiting for the demonstration.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new EndToEndException("The demonstration did not end well: " + e, e);
        }
    }
}
