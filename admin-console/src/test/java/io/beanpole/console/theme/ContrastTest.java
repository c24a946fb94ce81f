package io.beanpole.console.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Text can be read: contrast as Web Content Accessibility Guidelines 2.1 compute it, of the colours that JavaFX resolves. */
@ExtendWith(ApplicationExtension.class)
class ContrastTest {
    /** Success criterion 1.4.3, for letters of the usual size. */
    private static final double ENOUGH = 4.5;

    private static final Path RESOURCES = Path.of("src/main/resources/io/beanpole/console");
    private static final Pattern BLOCK = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern TEXT = Pattern.compile("-fx-text-fill:\\s*(-color-[\\w-]+)");
    private static final Pattern GROUND = Pattern.compile("-fx-background-color:[^;]*?(-color-(?!border)[\\w-]+);");
    private static final Pattern TONE =
            Pattern.compile("-tone-fg:\\s*(-color-[\\w-]+);\\s*-tone-bg:\\s*(-color-[\\w-]+)");
    private static final Pattern STRIPE = Pattern.compile("#[0-9a-f]{6}");

    /** What text without a ground of its own stands on: screens, heads of tables, dialogs. */
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay");

    private Label label;

    @Start
    void open(Stage stage) {
        label = new Label("Text");
        stage.setScene(new Scene(new StackPane(label)));
        stage.getScene().getStylesheets().add(Theme.stylesheet());
        stage.show();
    }

    @Test
    void everyPairOfTextAndGroundInOurStylesHasEnoughContrastInBothThemes(FxRobot robot) throws IOException {
        var pairs = pairs();
        assertThat(pairs).hasSizeGreaterThan(15);
        var weak = new ArrayList<String>();
        for (var theme : Theme.values()) {
            robot.interact(() -> {
                theme.apply();
                for (var pair : pairs) {
                    var contrast = contrast(pair);
                    if (contrast < ENOUGH) {
                        weak.add("%s: %s on %s is %.2f".formatted(theme, pair.text(), pair.ground(), contrast));
                    }
                }
            });
        }
        robot.interact(() -> Application.setUserAgentStylesheet(null));
        assertThat(weak).isEmpty();
    }

    private static Set<Pair> pairs() throws IOException {
        var pairs = new LinkedHashSet<Pair>();
        GROUNDS.forEach(ground -> pairs.add(new Pair("-color-fg-default", ground)));
        for (var css : styles()) {
            var blocks = BLOCK.matcher(css);
            while (blocks.find()) {
                var block = blocks.group(2);
                var text = TEXT.matcher(block);
                var ground = GROUND.matcher(block);
                var hasGround = ground.find();
                if (text.find()) {
                    var grounds = hasGround ? List.of(ground.group(1)) : GROUNDS;
                    grounds.forEach(each -> pairs.add(new Pair(text.group(1), each)));
                }
                var tone = TONE.matcher(block);
                if (tone.find()) {
                    pairs.add(new Pair(tone.group(1), tone.group(2)));
                    GROUNDS.forEach(each -> pairs.add(new Pair(tone.group(1), each)));
                }
                if (blocks.group(1).contains("production")) {
                    STRIPE.matcher(block).results().forEach(stripe -> pairs.add(new Pair("white", stripe.group())));
                }
            }
        }
        return pairs;
    }

    private static List<String> styles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            var texts = new ArrayList<String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".css")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private double contrast(Pair pair) {
        var under = color("-color-bg-default");
        var ground = over(color(pair.ground()), under);
        var text = luminance(over(color(pair.text()), ground));
        var back = luminance(ground);
        return (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    }

    private Color color(String name) {
        label.setStyle("-fx-text-fill: " + name);
        label.applyCss();
        return (Color) label.getTextFill();
    }

    private static Color over(Color top, Color under) {
        var share = top.getOpacity();
        return Color.color(
                top.getRed() * share + under.getRed() * (1 - share),
                top.getGreen() * share + under.getGreen() * (1 - share),
                top.getBlue() * share + under.getBlue() * (1 - share));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** Names as the style sheet has them. */
    private record Pair(String text, String ground) {}
}
