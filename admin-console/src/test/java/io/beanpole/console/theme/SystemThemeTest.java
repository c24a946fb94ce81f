package io.beanpole.console.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemThemeTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @ParameterizedTest
    @CsvSource({
        "Linux, gsettings, 'prefer-dark', DARK",
        "Linux, gsettings, 'default', LIGHT",
        "Mac OS X, defaults, dark, DARK",
        "Windows 11, reg, appsuselighttheme reg_dword 0x0, DARK",
        "Windows 11, reg, appsuselighttheme reg_dword 0x1, LIGHT"
    })
    void theDesktopsOwnCommandTells(String system, String command, String answer, Theme theme) {
        assertThat(SystemTheme.ask(
                        system,
                        asked -> Optional.of(answer).filter(told -> asked.get(0).equals(command))))
                .contains(theme);
    }

    @Test
    void aDesktopWithoutTheCommandSaysNothing() {
        assertThat(SystemTheme.ask("Linux", asked -> Optional.empty())).isEmpty();
        assertThat(SystemTheme.ask("Windows 11", asked -> Optional.empty())).isEmpty();
    }

    @Test
    void aMacThatSaysNothingIsLight() {
        assertThat(SystemTheme.ask("Mac OS X", asked -> Optional.empty())).contains(Theme.LIGHT);
    }

    @Test
    void whatACommandPrintsIsHeardInSmallLettersAndAFailureIsSilence() {
        assertThat(SystemTheme.told(List.of(JAVA, "--version")))
                .hasValueSatisfying(told -> assertThat(told).contains("runtime environment"));
        assertThat(SystemTheme.told(List.of(JAVA, "--no-such-option"))).isEmpty();
        assertThat(SystemTheme.told(List.of("a-command-that-nobody-has"))).isEmpty();
    }
}
