package io.beanpole.endtoend.window;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;

/** What is seen in the window. */
public final class Glance {
    /** For what a few polls bring. */
    public static final Duration SOON = Duration.ofSeconds(60);

    private final FxRobot robot;

    Glance(FxRobot robot) {
        this.robot = robot;
    }

    /** Waits until something holds, for as long as a few polls take. */
    public void soon(String what, Callable<Boolean> holds) {
        within(SOON, what, holds);
    }

    /** Waits longer, or shorter. */
    public void within(Duration longest, String what, Callable<Boolean> holds) {
        try {
            await(what).atMost(longest).until(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "Waited for " + what + ". The window says: " + labels("#banner") + ", and showed "
                            + LastSight.keep(robot, what),
                    e);
        }
    }

    public boolean isThere(String query) {
        return seen(query).isPresent();
    }

    /** The first that is seen of what a query finds. */
    Optional<Node> seen(String query) {
        return robot.lookup(query).match(Glance::isSeen).tryQuery();
    }

    /** The first that is seen and begins with the words. */
    Optional<Node> seen(String query, String words) {
        return robot.lookup(query)
                .match(node -> isSeen(node)
                        && node instanceof Labeled labeled
                        && text(labeled).startsWith(words))
                .tryQuery();
    }

    /** A node in something invisible calls itself visible. */
    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public boolean isEnabled(String query) {
        return robot.lookup(query).tryQuery().filter(node -> !node.isDisabled()).isPresent();
    }

    /** The text of a label or button; empty while there is none. */
    public String label(String query) {
        return robot.lookup(query)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    /** All that the labels of a part of the window say. */
    public List<String> labels(String query) {
        return robot.lookup(query + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    /** What is in an editor; the editor may be any node with a text. */
    public String text(String query) {
        return robot.lookup(query)
                .tryQuery()
                .map(node -> node instanceof TextInputControl input ? input.getText() : textOf(node))
                .orElse("");
    }

    /** An editor of code says its text by the property that accessibility reads. */
    private static String textOf(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    /** Whether a line of a list has the words; a cell may have no room for the end of a line. */
    public boolean listed(String list, String words) {
        return robot.lookup(list)
                .tryQueryAs(ListView.class)
                .filter(found -> found.getItems().stream()
                        .anyMatch(item -> String.valueOf(item).contains(words)))
                .isPresent();
    }

    /** The texts of the cells of a table that are seen. */
    public List<String> cells(String table) {
        return robot.lookup(table + " .table-cell").queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> text((Labeled) node))
                .toList();
    }

    /** The first cell that is seen with the words. */
    Optional<Node> cell(String table, String words) {
        return robot.lookup(table + " .table-cell")
                .match(node -> isSeen(node)
                        && node instanceof Labeled cell
                        && text(cell).contains(words))
                .tryQuery();
    }

    /** Whether a cell that is seen contains the words. */
    public boolean shows(String table, String words) {
        return cells(table).stream().anyMatch(cell -> cell.contains(words));
    }

    /** Whether a row of a table has the words, seen or not. */
    public boolean hasRow(String table, String words) {
        return robot.lookup(table)
                .tryQueryAs(TableView.class)
                .filter(found -> found.getItems().stream()
                        .anyMatch(row -> String.valueOf(row).contains(words)))
                .isPresent();
    }

    /** How many rows a table has, seen or not. */
    public int rows(String table) {
        return robot.lookup(table)
                .tryQueryAs(TableView.class)
                .map(found -> found.getItems().size())
                .orElse(0);
    }

    /** Whether a node or one of those around it has a class of the stylesheet. */
    public boolean isStyled(String query, String style) {
        return robot.lookup(query)
                .tryQuery()
                .filter(node -> isStyled(node, style))
                .isPresent();
    }

    private static boolean isStyled(Node node, String style) {
        return node.getStyleClass().contains(style)
                || node.getParent() != null && node.getParent().getStyleClass().contains(style);
    }

    /** A number as it is shown, with commas between thousands; 0 for a dash, which stands for what isn't known. */
    static int number(String shown) {
        String digits = shown.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Of a cell, or of the label in it. */
    static String text(Labeled cell) {
        if (cell.getText() != null && !cell.getText().isEmpty()) {
            return cell.getText();
        }
        return cell.getGraphic() instanceof Labeled inner ? String.valueOf(inner.getText()) : "";
    }
}
