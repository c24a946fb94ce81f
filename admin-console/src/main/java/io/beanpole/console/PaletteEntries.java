package io.beanpole.console;

import io.beanpole.console.palette.PaletteEntry;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the palette offers at a moment: the actions, every button of the shown screen that can be pressed, the
 * connections, and every environment of every connection.
 */
final class PaletteEntries implements Supplier<List<PaletteEntry>> {
    private final MenuBarItems items;
    private final MainViewModel model;
    private final Supplier<Optional<Screen>> shown;

    /** @param shown the screen that is shown */
    PaletteEntries(MenuBarItems items, MainViewModel model, Supplier<Optional<Screen>> shown) {
        this.items = items;
        this.shown = shown;
        this.model = model;
    }

    @Override
    public List<PaletteEntry> get() {
        var entries = new ArrayList<>(items.entries());
        shown.get().ifPresent(screen -> entries.addAll(buttons(screen)));
        model.connections().stream().map(this::connection).forEach(entries::add);
        for (var workspace : model.workspaces().open()) {
            workspace
                    .selection()
                    .environments()
                    .forEach(row ->
                            entries.add(environment(workspace, row.value().name())));
        }
        return entries;
    }

    private List<PaletteEntry> buttons(Screen screen) {
        var hint = Words.of(
                "frame.palette.on-screen",
                model.settings().screenProperty().get().title());
        return ScreenButtons.of(screen.node()).stream()
                .map(button ->
                        new PaletteEntry(ScreenButtons.name(button), hint, Feather.CORNER_DOWN_RIGHT, button::fire))
                .toList();
    }

    private PaletteEntry connection(OpenConnection connection) {
        return new PaletteEntry(
                Words.of("frame.palette.connection", connection.name()),
                ConnectionSwitcher.kind(connection.choice().kind()).text(),
                Feather.CLOUD,
                () -> model.choose(connection));
    }

    private PaletteEntry environment(Workspace workspace, String name) {
        var hint = model.connections().size() > 1
                ? Words.of("frame.palette.environment-of", workspace.card().name())
                : Words.of("frame.palette.environment");
        return new PaletteEntry(name, hint, Feather.SERVER, () -> {
            model.workspaces().activate(workspace);
            workspace.selection().choose(name);
        });
    }
}
