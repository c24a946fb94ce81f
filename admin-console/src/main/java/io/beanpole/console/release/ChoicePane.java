package io.beanpole.console.release;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.Content;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** What can be deployed: an image that goes into the file, a version that exists, or a bundle from this machine. */
final class ChoicePane {
    private final TabPane tabs = new TabPane();

    ChoicePane(DeployViewModel model, Clock clock) {
        var images = tab(
                "image",
                Words.of("deploy.image.tab"),
                new ImagesPane(model.shelf(), clock, model.memory(), model::choose).node());
        var versions = tab("version", Words.of("deploy.version.tab"), new VersionsPane(model, clock).node());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("deploy-choice");
        tabs.getTabs().setAll(images, versions);
        tabs.getSelectionModel().selectedItemProperty().addListener((tab, before, now) -> {
            if (now == versions) {
                model.versions().read();
            }
        });
        model.choice().fixedProperty().addListener((choice, before, now) -> {
            if (now.filter(Content.Version.class::isInstance).isPresent()) {
                tabs.getSelectionModel().select(versions);
            }
        });
    }

    Node node() {
        return tabs;
    }

    private static Tab tab(String name, String title, Node content) {
        var tab = new Tab(title, content);
        tab.setId("choose-" + name);
        return tab;
    }
}
