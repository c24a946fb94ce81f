package io.beanpole.console.timeouts;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.timeout.LifePicture;
import io.beanpole.deploy.timeout.LifePicture.Stage;
import io.beanpole.deploy.timeout.LifePicture.Stretch;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the bars of the strips mean, by colour and height: those that are drawn, no others. */
final class LifeLegend {
    private static final double WIDTH = 14;
    private static final double HIGHEST = 18;

    private LifeLegend() {}

    /** Explains these lives. */
    static void show(HBox legend, List<LifePicture> lives) {
        legend.getChildren().clear();
        stages(lives).forEach(stage -> legend.getChildren().addAll(bar(stage), caption(words(stage))));
        legend.getChildren().add(caption(Words.of("timeouts.legend.height")));
    }

    /** A life of errors has its tries as well, short as they are. */
    private static Set<Stage> stages(List<LifePicture> lives) {
        var stages = EnumSet.noneOf(Stage.class);
        lives.stream()
                .flatMap(life -> life.stretches().stream())
                .map(Stretch::stage)
                .forEach(stages::add);
        if (stages.contains(Stage.AFTER_ERROR)) {
            stages.add(Stage.WORKED_ON);
        }
        return stages;
    }

    private static String words(Stage stage) {
        return Words.of("timeouts.stage." + name(stage));
    }

    private static Region bar(Stage stage) {
        var bar = new Region();
        bar.getStyleClass().addAll("life-bar", "life-" + name(stage));
        bar.setMinWidth(WIDTH);
        var height = HIGHEST * LifeStrip.share(stage) / 100;
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        return bar;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
