package io.beanpole.console;

import io.beanpole.console.alarms.AlarmsView;
import io.beanpole.console.environments.EnvironmentsView;
import io.beanpole.console.logs.LogsView;
import io.beanpole.console.queues.QueuesView;
import io.beanpole.console.release.DeployView;
import io.beanpole.console.scaling.ScalingView;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.timeouts.TimeoutsView;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The screens: those of one connection are made anew with its workspace, those of all connections once. Each is made when
 * it is first shown.
 */
final class Screens {
    /** One for all connections together. */
    private static final Map<ScreenName, Function<Workspaces, Screen>> OF_ALL =
            Map.of(ScreenName.ENVIRONMENTS, EnvironmentsView::new);

    /** One for each connection; that of Deploy promotes to the others, so that it is told of them. */
    private static final Map<ScreenName, Function<Workspace, Screen>> OF_ONE = Map.of(
            ScreenName.SCALING, ScalingView::new,
            ScreenName.QUEUES, QueuesView::new,
            ScreenName.ALARMS, AlarmsView::new,
            ScreenName.LOGS, LogsView::new,
            ScreenName.TIMEOUTS, TimeoutsView::new);

    private final Workspaces workspaces;
    private final Map<ScreenName, Screen> ofAll = new EnumMap<>(ScreenName.class);
    private final Map<Workspace, Map<ScreenName, Screen>> ofOne = new IdentityHashMap<>();
    private Optional<Screen> shown = Optional.empty();

    Screens(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** The screens that this console has. */
    static Set<ScreenName> names() {
        return EnumSet.allOf(ScreenName.class);
    }

    /**
     * Hides the screen before and shows this one of what is worked on; nothing while its cloud isn't there. A screen of
     * all connections is there as long as one of them is.
     */
    Optional<Screen> show(ScreenName name) {
        ofOne.keySet().removeIf(workspace -> !workspaces.open().contains(workspace));
        var isOfLanes = name == ScreenName.QUEUES || name == ScreenName.ALARMS;
        workspaces
                .open()
                .forEach(open -> open.lanes()
                        .wantedProperty()
                        .set(isOfLanes
                                && workspaces.active().filter(open::equals).isPresent()));
        var screen = find(name);
        if (!screen.equals(shown)) {
            hide();
            screen.ifPresent(Screen::shown);
            shown = screen;
        }
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

    private Optional<Screen> find(ScreenName name) {
        var maker = OF_ALL.get(name);
        if (maker != null) {
            return workspaces.open().isEmpty()
                    ? Optional.empty()
                    : Optional.of(ofAll.computeIfAbsent(name, made -> maker.apply(workspaces)));
        }
        return workspaces
                .active()
                .map(workspace -> ofOne.computeIfAbsent(workspace, opened -> new EnumMap<>(ScreenName.class))
                        .computeIfAbsent(name, made -> make(made, workspace)));
    }

    private Screen make(ScreenName name, Workspace workspace) {
        if (name == ScreenName.DEPLOY) {
            return new DeployView(workspace, workspaces::open);
        }
        var maker = OF_ONE.get(name);
        if (maker == null) {
            throw new IllegalStateException("No screen is made for " + name);
        }
        return maker.apply(workspace);
    }
}
