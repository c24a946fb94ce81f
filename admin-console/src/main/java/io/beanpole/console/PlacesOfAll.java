package io.beanpole.console;

import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.Places;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspaces;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;

/** Goes where a screen leads to, also when it is one of a connection that isn't worked on. */
final class PlacesOfAll {
    private final Workspaces workspaces;
    private final Consumer<ScreenName> show;
    private final Set<Places> followed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param show shows a screen of the connection that is worked on */
    PlacesOfAll(Workspaces workspaces, Consumer<ScreenName> show) {
        this.workspaces = workspaces;
        this.show = show;
    }

    /** Follows every connection from the moment that it opens. */
    void follow() {
        workspaces.open().addListener((InvalidationListener) open -> followOpen());
        followOpen();
    }

    private void followOpen() {
        for (var workspace : workspaces.open()) {
            var places = workspace.places();
            if (followed.add(places)) {
                places.wantedProperty()
                        .addListener((property, before, now) -> now.ifPresent(place -> go(places, place)));
            }
        }
    }

    private void go(Places places, Place place) {
        workspaces.open().stream()
                .filter(workspace -> workspace.places() == places)
                .findFirst()
                .ifPresent(workspace -> {
                    workspaces.activate(workspace);
                    workspace.selection().choose(place.environmentName());
                    show.accept(place.screen());
                });
    }
}
