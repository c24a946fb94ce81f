package io.beanpole.console.alarms;

import io.beanpole.console.memory.Memory;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;

/** Whether a raised alarm is shown on the desktop and heard; remembered. */
final class BellSettings {
    private static final String ON = "on";
    private static final String OFF = "off";

    private final StringProperty notification;
    private final StringProperty sound;

    BellSettings(Memory memory) {
        notification = memory.text("alarms.notification", ON);
        sound = memory.text("alarms.sound", ON);
    }

    StringProperty notification() {
        return notification;
    }

    StringProperty sound() {
        return sound;
    }

    boolean isShown() {
        return ON.equals(notification.get());
    }

    boolean isHeard() {
        return ON.equals(sound.get());
    }

    /** Keeps a switch and its setting the same. */
    void bind(BooleanProperty isOn, StringProperty setting) {
        isOn.set(ON.equals(setting.get()));
        isOn.addListener((property, before, now) -> setting.set(now ? ON : OFF));
        setting.addListener((property, before, now) -> isOn.set(ON.equals(now)));
    }
}
