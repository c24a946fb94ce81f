package io.beanpole.console.list;

import java.util.HashSet;
import java.util.List;
import javafx.collections.ObservableList;

/** Turns a list into another by removing, moving and adding single elements, never by replacing all of them. */
final class ListDifference {
    private ListDifference() {}

    /** Makes {@code list} hold what {@code wanted} holds; elements are compared by identity or equality as they define. */
    static <E> void apply(ObservableList<E> list, List<E> wanted) {
        var staying = new HashSet<>(wanted);
        list.removeIf(element -> !staying.contains(element));
        for (int at = 0; at < wanted.size(); at++) {
            var element = wanted.get(at);
            if (at < list.size() && list.get(at).equals(element)) {
                continue;
            }
            var from = list.subList(at, list.size()).indexOf(element);
            if (from > 0) {
                list.remove(at + from);
            }
            list.add(at, element);
        }
    }
}
