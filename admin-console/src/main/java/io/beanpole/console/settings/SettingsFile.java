package io.beanpole.console.settings;

import io.beanpole.console.notice.Notices;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import io.beanpole.console.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings as a JSON file. Changes are saved a moment after the last of them, through a temporary file and a move, so
 * that a crash leaves the former file whole. What can't be read or written is said once and never stops the console.
 */
public final class SettingsFile implements AutoCloseable {
    private static final String SOURCE = Words.of("frame.settings.source");

    private final Path file;
    private final Duration debounce;
    private final Notices notices;
    private final Settings settings = new Settings();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "settings");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable ScheduledFuture<?> pending;

    /** @param debounce how long after the last change it is saved */
    public SettingsFile(Path file, Duration debounce, Notices notices) {
        this.file = file;
        this.debounce = debounce;
        this.notices = notices;
        load();
        InvalidationListener change = property -> saveSoon();
        settings.all().forEach(property -> property.addListener(change));
    }

    public Settings settings() {
        return settings;
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        if (pending != null && pending.cancel(false)) {
            write(json());
        }
        writer.shutdown();
        try {
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        try {
            var root = JsonMapper.shared().readTree(Files.readString(file));
            one(Theme.values(), Theme::id, root.path("theme")).ifPresent(settings.themeProperty()::set);
            one(ScreenName.values(), ScreenName::id, root.path("screen")).ifPresent(settings.screenProperty()::set);
            settings.themeOfSystemProperty()
                    .set(root.path("themeOfSystem").asBoolean(root.path("theme").isMissingNode()));
            settings.zoomProperty().set(Zoom.clamp(root.path("zoom").asInt(100)));
            settings.environmentProperty().set(root.path("environment").asString(""));
            var connections = ConnectionJson.read(root.path("connections"));
            if (!connections.isEmpty()) {
                settings.connections().setAll(connections);
            }
            settings.connectionProperty().set(root.path("connection").asString(""));
            settings.windowProperty().set(bounds(root.path("window")));
            root.path("screens")
                    .properties()
                    .forEach(text -> settings.memory()
                            .text(text.getKey(), "")
                            .set(text.getValue().asString("")));
        } catch (NoSuchFileException e) {
            // The first start: the defaults are right.
            return;
        } catch (IOException | JacksonException e) {
            notices.problem(SOURCE, Words.of("frame.settings.unreadable", file));
        }
    }

    private static WindowBounds bounds(JsonNode node) {
        var width = node.path("width").asDouble(0);
        var height = node.path("height").asDouble(0);
        if (width < 1 || height < 1) {
            return WindowBounds.UNPLACED;
        }
        return new WindowBounds(
                node.path("x").asDouble(Double.NaN),
                node.path("y").asDouble(Double.NaN),
                width,
                height,
                node.path("maximized").asBoolean(false));
    }

    private static <E> Optional<E> one(E[] values, Function<E, String> id, JsonNode wanted) {
        var name = wanted.asString("");
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(name))
                .findFirst();
    }

    /** Called on the window's thread, where the settings are changed; what is written is read there, too. */
    private void saveSoon() {
        if (pending != null) {
            pending.cancel(false);
        }
        var json = json();
        pending = writer.schedule(() -> write(json), debounce.toMillis(), TimeUnit.MILLISECONDS);
    }

    private String json() {
        var mapper = JsonMapper.shared();
        var root = mapper.createObjectNode();
        root.put("theme", settings.themeProperty().get().id());
        root.put("themeOfSystem", settings.themeOfSystemProperty().get());
        root.put("zoom", settings.zoomProperty().get());
        root.put("screen", settings.screenProperty().get().id());
        root.put("environment", settings.environmentProperty().get());
        root.put("connection", settings.connectionProperty().get());
        ConnectionJson.write(settings.connections(), root.putArray("connections"));
        var bounds = settings.windowProperty().get();
        var window = root.putObject("window");
        if (bounds.isPlaced()) {
            window.put("x", bounds.x()).put("y", bounds.y());
        }
        window.put("width", bounds.width()).put("height", bounds.height()).put("maximized", bounds.isMaximized());
        var screens = root.putObject("screens");
        settings.memory().all().forEach(screens::put);
        return root.toPrettyString();
    }

    private synchronized void write(String json) {
        try {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            var temporary = Files.createTempFile(directory, "settings", ".json");
            try {
                Files.writeString(temporary, json);
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            notices.recovered(SOURCE);
        } catch (IOException e) {
            notices.problem(SOURCE, Words.of("frame.settings.unwritable", file, e));
        }
    }
}
