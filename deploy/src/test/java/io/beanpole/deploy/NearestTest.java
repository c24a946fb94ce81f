package io.beanpole.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guesses what was meant, and keeps quiet when nothing is near. */
class NearestTest {
    private static final List<String> STAGES = List.of("local", "rehearsal", "staging", "production");

    @Test
    void aSlipOfThePenIsSeen() {
        assertThat(Nearest.of("prodution", STAGES)).contains("production");
        assertThat(Nearest.of("lcoal", STAGES)).contains("local");
        assertThat(Nearest.question("Staging", STAGES)).isEqualTo(" Did you mean staging?");
    }

    @Test
    void anotherWordIsNoSlip() {
        assertThat(Nearest.of("quality", STAGES)).isEmpty();
        assertThat(Nearest.question("quality", STAGES)).isEmpty();
    }
}
