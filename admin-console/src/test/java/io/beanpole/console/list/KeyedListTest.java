package io.beanpole.console.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedListTest {
    private final KeyedList<Item> list = new KeyedList<>(Item::name);

    @Test
    void aRowStaysTheSameObjectWhileItsValueChanges() {
        list.update(List.of(new Item("a", 1), new Item("b", 1)));
        var row = list.rows().get(1);

        list.update(List.of(new Item("b", 2), new Item("a", 1)));

        assertThat(list.rows().get(0)).isSameAs(row);
        assertThat(row.value()).isEqualTo(new Item("b", 2));
    }

    @Test
    void aReadingThatDiffersInNothingTellsNobodyAnything() {
        list.update(List.of(new Item("a", 1), new Item("b", 1)));
        var changes = new ArrayList<String>();
        list.rows().addListener((ListChangeListener<Row<Item>>) change -> changes.add(change.toString()));

        list.update(List.of(new Item("a", 1), new Item("b", 1)));

        assertThat(changes).isEmpty();
    }

    @Test
    void aFilteredViewFollowsAValueThatChanges() {
        var many = new FilteredList<>(list.rows(), row -> row.value().count() > 5);
        list.update(List.of(new Item("a", 1)));
        assertThat(many).isEmpty();

        list.update(List.of(new Item("a", 6)));

        assertThat(many).hasSize(1);
    }

    @Test
    void aKeyThatComesBackIsANewRow() {
        list.update(List.of(new Item("a", 1)));
        var first = list.rows().get(0);

        list.update(List.of());
        list.update(List.of(new Item("a", 1)));

        assertThat(list.rows().get(0)).isNotSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsReadIsWhatTheRowsShow(int seed) {
        var random = new Random(seed);

        for (int round = 0; round < 50; round++) {
            var reading = new ArrayList<Item>();
            IntStream.range(0, 12)
                    .filter(name -> random.nextBoolean())
                    .forEach(name ->
                            reading.add(random.nextInt(reading.size() + 1), new Item("n" + name, random.nextInt(3))));
            list.update(reading);
            assertThat(list.values()).isEqualTo(reading);
        }
    }

    private record Item(String name, int count) {}
}
