package io.beanpole.console.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing to show: what is missing, and what to do about it. */
public final class EmptyState extends VBox {
    private final Label title = new Label();
    private final Label advice = new Label();

    /** Nothing here, and nothing said about it yet; can be made in FXML. */
    public EmptyState() {
        this(Feather.INBOX, "", "");
    }

    /** @param advice what a person can do */
    public EmptyState(Feather icon, String title, String advice) {
        getStyleClass().add("empty-state");
        this.title.getStyleClass().add("empty-title");
        this.advice.getStyleClass().add("empty-advice");
        this.advice.setWrapText(true);
        this.advice.setTextAlignment(TextAlignment.CENTER);
        this.advice.setAlignment(Pos.CENTER);
        setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon(icon), this.title, this.advice);
        say(title, advice);
    }

    /** Says something else. */
    public void say(String newTitle, String newAdvice) {
        title.setText(newTitle);
        advice.setText(newAdvice);
        setAccessibleText(newTitle + " " + newAdvice);
    }
}
