package io.beanpole.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** F6 goes round the regions of the window: top bar, navigation, screen, and backwards with Shift. */
final class FocusRing {
    private final List<Node> regions;

    FocusRing(Node... regions) {
        this.regions = List.of(regions);
    }

    /** Gives the focus to the first control of the next region that has one. */
    void go(int by) {
        var focused = Optional.ofNullable(regions.get(0).getScene().getFocusOwner());
        var here = IntStream.range(0, regions.size())
                .filter(at ->
                        focused.filter(node -> isInside(node, regions.get(at))).isPresent())
                .findFirst()
                .orElse(by > 0 ? -1 : 0);
        for (int step = 1; step <= regions.size(); step++) {
            var next = first(regions.get(Math.floorMod(here + by * step, regions.size())));
            if (next.isPresent()) {
                next.get().requestFocus();
                return;
            }
        }
    }

    private static boolean isInside(Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Node node) {
        Predicate<Node> isReachable = each -> each.isVisible() && !each.isDisabled();
        if (!isReachable.test(node)) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(FocusRing::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
