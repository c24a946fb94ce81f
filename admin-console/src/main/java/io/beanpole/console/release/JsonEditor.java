package io.beanpole.console.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/**
 * A text area for JSON, with line numbers, colours, and findings underlined at their line. It colours the lines that are
 * seen and no others, so that a large file costs no more than a small one.
 */
final class JsonEditor extends StackPane {
    private final CodeArea area = new CodeArea();
    /** Style of the underline by line, from 0. */
    private Map<Integer, String> underlined = Map.of();

    private boolean isUntouched = true;
    private boolean isColouring;

    /** An empty editor; can be made in FXML. */
    JsonEditor() {
        getStyleClass().add("json-editor");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setWrapText(true);
        // Tab leaves the editor as it leaves every other control: who has no mouse must get out.
        Nodes.addInputMap(
                area,
                InputMap.ignore(EventPattern.anyOf(
                        EventPattern.keyPressed(KeyCode.TAB),
                        EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN))));
        area.getVisibleParagraphs().addListener((Observable changed) -> {
            colourSoon();
            stayAtTop();
        });
        getChildren().add(new VirtualizedScrollPane<>(area));
        for (var touch : List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)) {
            addEventFilter(touch, event -> isUntouched = false);
        }
    }

    /** The text area itself, for its id, its accessible text and its focus. */
    CodeArea area() {
        return area;
    }

    /** The text and this follow each other. */
    void bind(StringProperty text) {
        area.replaceText(text.get());
        area.getUndoManager().forgetHistory();
        goToTop();
        area.textProperty().addListener((property, before, now) -> text.set(now));
        text.addListener((property, before, now) -> show(now));
    }

    /** Underlines lines, the first of which is 1; the style is a class of the stylesheet. */
    void underline(Map<Integer, String> styles) {
        var byParagraph = new HashMap<Integer, String>();
        styles.forEach((line, style) -> byParagraph.put(line - 1, style));
        if (!byParagraph.equals(underlined)) {
            underlined = byParagraph;
            colourSoon();
        }
    }

    /** Puts the caret at the beginning of a line, the first of which is 1, and the line into sight. */
    void goTo(int line) {
        var paragraph = Math.min(line, area.getParagraphs().size()) - 1;
        area.requestFocus();
        area.moveTo(paragraph, 0);
        area.selectLine();
        area.requestFollowCaret();
    }

    /** Replaces only what differs, so that a change by the form moves neither the view nor the rest of the text. */
    private void show(String wanted) {
        var present = area.getText();
        if (present.equals(wanted)) {
            return;
        }
        var shorter = Math.min(present.length(), wanted.length());
        var head = 0;
        while (head < shorter && present.charAt(head) == wanted.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && present.charAt(present.length() - 1 - tail) == wanted.charAt(wanted.length() - 1 - tail)) {
            tail++;
        }
        area.replaceText(head, present.length() - tail, wanted.substring(head, wanted.length() - tail));
    }

    /** Shows the beginning, as of a file that was just opened, until somebody goes elsewhere. */
    void goToTop() {
        area.moveTo(0);
        isUntouched = true;
        stayAtTop();
    }

    /** Lines that are laid out later, and wrapped, would move the first ones out of sight. */
    private void stayAtTop() {
        if (isUntouched && !area.getVisibleParagraphs().isEmpty() && area.firstVisibleParToAllParIndex() > 0) {
            Platform.runLater(() -> area.showParagraphAtTop(0));
        }
    }

    /** Once for all that changes in one pulse; colouring changes what is seen itself. */
    private void colourSoon() {
        if (!isColouring) {
            isColouring = true;
            Platform.runLater(this::colour);
        }
    }

    private void colour() {
        for (var paragraph : visible()) {
            var wanted = styles(area.getText(paragraph), underlined.getOrDefault(paragraph, ""));
            if (area.getParagraphLength(paragraph) > 0 && !wanted.equals(area.getStyleSpans(paragraph))) {
                area.setStyleSpans(paragraph, 0, wanted);
            }
        }
        isColouring = false;
    }

    private List<Integer> visible() {
        var all = new ArrayList<Integer>();
        for (int at = 0; at < area.getVisibleParagraphs().size(); at++) {
            all.add(area.visibleParToAllParIndex(at));
        }
        return all;
    }

    private static StyleSpans<Collection<String>> styles(String line, String underline) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        for (var stretch : JsonColours.of(line)) {
            var classes = new ArrayList<String>();
            if (!stretch.style().isEmpty()) {
                classes.add(stretch.style());
            }
            if (!underline.isEmpty()) {
                classes.add(underline);
            }
            spans.add(classes, stretch.length());
        }
        return spans.create();
    }
}
