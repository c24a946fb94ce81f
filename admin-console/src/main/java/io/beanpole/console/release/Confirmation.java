package io.beanpole.console.release;

import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;

/** Asks before something is done to an environment. */
final class Confirmation {
    private static final double WIDTH = 560;

    private Confirmation() {}

    /** Whether the person said yes; the button for it says what will be done. */
    static boolean given(Node owner, String question, String consequences, String doIt) {
        var yes = new ButtonType(doIt, ButtonData.OK_DONE);
        var alert = new Alert(AlertType.CONFIRMATION, consequences, yes, ButtonType.CANCEL);
        alert.initOwner(owner.getScene().getWindow());
        alert.setTitle(doIt);
        alert.setHeaderText(question);
        alert.getDialogPane().setPrefWidth(WIDTH);
        alert.getDialogPane().lookupButton(yes).setId("confirm");
        return alert.showAndWait().filter(yes::equals).isPresent();
    }
}
