package io.beanpole.console.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;

/** Light or dark: AtlantaFX's Primer, whose looked-up colours our own stylesheet uses. */
public enum Theme {
    LIGHT(new PrimerLight()),
    DARK(new PrimerDark());

    private static final String STYLESHEET = "/io/beanpole/console/theme/console.css";

    private final atlantafx.base.theme.Theme primer;

    Theme(atlantafx.base.theme.Theme primer) {
        this.primer = primer;
    }

    /** Dresses all windows of the console. */
    public void apply() {
        Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** The address of the console's own stylesheet, which serves both themes. */
    public static String stylesheet() {
        var url = Theme.class.getResource(STYLESHEET);
        if (url == null) {
            throw new IllegalStateException(STYLESHEET + " is missing from the class path.");
        }
        return url.toExternalForm();
    }

    /** Its name in the settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
