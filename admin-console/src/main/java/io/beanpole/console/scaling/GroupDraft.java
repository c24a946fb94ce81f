package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The bounds and waiting times of a group while they are edited. */
final class GroupDraft {
    private final StringProperty minimum = new SimpleStringProperty(this, "minimum", "");
    private final StringProperty maximum = new SimpleStringProperty(this, "maximum", "");
    private final StringProperty cooldown = new SimpleStringProperty(this, "cooldown", "");
    private final StringProperty warmUp = new SimpleStringProperty(this, "warmUp", "");

    void show(ScalingDesign design) {
        var length = design.warmUp();
        minimum.set(String.valueOf(design.minimum()));
        maximum.set(String.valueOf(design.maximum()));
        cooldown.set(Entry.text(design.cooldown()));
        warmUp.set(length == null ? "" : Entry.text(length));
    }

    /** What is written now, to be {@linkplain #write written} again later. */
    List<String> texts() {
        return fields().stream().map(StringProperty::get).toList();
    }

    void write(List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            fields().get(i).set(texts.get(i));
        }
    }

    StringProperty minimumProperty() {
        return minimum;
    }

    StringProperty maximumProperty() {
        return maximum;
    }

    StringProperty cooldownProperty() {
        return cooldown;
    }

    /** Empty where the group has none and the cooldown stands in for it. */
    StringProperty warmUpProperty() {
        return warmUp;
    }

    List<StringProperty> fields() {
        return List.of(minimum, maximum, cooldown, warmUp);
    }

    /** @throws ScalingException when a field holds no number, or the bounds are the wrong way round */
    int minimum() {
        var least = Entry.whole(title(), "scaling.field.minimum", minimum.get());
        if (least < 0 || least > maximum()) {
            throw new ScalingException(Words.of("scaling.entry.bounds", minimum.get(), maximum.get()));
        }
        return least;
    }

    int maximum() {
        return Entry.whole(title(), "scaling.field.maximum", maximum.get());
    }

    Duration cooldown() {
        return Entry.seconds(title(), "scaling.field.cooldown", cooldown.get(), 0);
    }

    @Nullable
    Duration warmUp() {
        return warmUp.get().isBlank() ? null : Entry.seconds(title(), "scaling.field.warmup", warmUp.get(), 0);
    }

    private static String title() {
        return Words.of("scaling.group.title");
    }
}
