package io.beanpole.console.control;

import io.beanpole.console.words.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.util.StringConverter;

/** What the values of a choice are called. They are chosen, not typed, so that no text is ever turned into one. */
public final class ChoiceWords<T> extends StringConverter<T> {
    private final Function<T, String> wording;

    /** Each value by its words; none chosen is empty. */
    public ChoiceWords(Function<T, String> wording) {
        this.wording = wording;
    }

    /** Those of an enum: {@code prefix.value} among the words. */
    public static <E extends Enum<E>> ChoiceWords<E> ofEnum(String prefix) {
        return new ChoiceWords<>(value -> Words.of(prefix + "." + value.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : wording.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("A value is chosen, not typed: " + text);
    }
}
