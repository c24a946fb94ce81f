package io.beanpole.console.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteViewModelTest {
    private final PaletteViewModel model = new PaletteViewModel();

    @BeforeEach
    void open() {
        model.open(Stream.of("Environments", "Queues", "Send a test task", "beanpole-local-web")
                .map(title -> new PaletteEntry(title, "", Feather.ZAP, () -> {}))
                .toList());
    }

    @Test
    void lettersInTheRightOrderAreEnough() {
        model.typedProperty().set("sndtask");

        assertThat(titles()).containsExactly("Send a test task");
    }

    @Test
    void whatContainsTheWordAsTypedComesFirst() {
        model.typedProperty().set("en");

        assertThat(titles()).startsWith("Environments", "Send a test task");
    }

    @Test
    void openingItAgainForgetsWhatWasTyped() {
        model.typedProperty().set("zzz");
        assertThat(titles()).isEmpty();

        model.open(List.of(new PaletteEntry("Quit", "", Feather.ZAP, () -> {})));

        assertThat(titles()).containsExactly("Quit");
    }

    private List<String> titles() {
        return model.matches().stream().map(PaletteEntry::title).toList();
    }
}
