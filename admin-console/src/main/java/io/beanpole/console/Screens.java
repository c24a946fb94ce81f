package io.beanpole.console;

import io.beanpole.console.environments.EnvironmentsView;
import io.beanpole.console.queues.QueuesView;
import io.beanpole.console.release.DeployView;
import io.beanpole.console.scaling.ScalingView;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The screens of one workspace, each made when it is first shown. */
final class Screens {
    private static final Map<ScreenName, Function<Workspace, Screen>> MAKERS = new EnumMap<>(Map.of(
            ScreenName.ENVIRONMENTS, EnvironmentsView::new,
            ScreenName.DEPLOY, DeployView::new,
            ScreenName.SCALING, ScalingView::new,
            ScreenName.QUEUES, QueuesView::new));

    private final Workspace workspace;
    private final Map<ScreenName, Screen> made = new EnumMap<>(ScreenName.class);
    private Optional<Screen> shown = Optional.empty();

    Screens(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The screens that this console has. */
    static Set<ScreenName> names() {
        return MAKERS.keySet();
    }

    /** Hides the screen before and shows this one. */
    Screen show(ScreenName name) {
        hide();
        var screen = made.computeIfAbsent(name, this::make);
        screen.shown();
        shown = Optional.of(screen);
        return screen;
    }

    /** The screen that is shown, if one is. */
    Optional<Screen> shown() {
        return shown;
    }

    /** Hides the screen that is shown. */
    void hide() {
        shown.ifPresent(Screen::hidden);
        shown = Optional.empty();
    }

    private Screen make(ScreenName name) {
        var maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalStateException("No screen is made for " + name);
        }
        return maker.apply(workspace);
    }
}
