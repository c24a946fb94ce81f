package io.beanpole.console.chart;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of one chart, as the stylesheet sets them; so a chart follows the theme without knowing it. */
final class Palette {
    /** What CSS may set on a chart. */
    static final List<CssMetaData<? extends Styleable, ?>> META_DATA = Stream.concat(
                    Region.getClassCssMetaData().stream(),
                    Arrays.stream(Tone.values()).map(ToneMetaData::new))
            .toList();

    private final Map<Tone, SimpleStyleableObjectProperty<Color>> colours = new EnumMap<>(Tone.class);

    /** @param changed called when the stylesheet gave another colour */
    Palette(TimeSeriesChart chart, Runnable changed) {
        META_DATA.forEach(data -> {
            if (data instanceof ToneMetaData tone) {
                var property = new SimpleStyleableObjectProperty<>(tone, chart, tone.tone.name(), Color.TRANSPARENT);
                property.addListener((colour, before, after) -> changed.run());
                colours.put(tone.tone, property);
            }
        });
    }

    Color get(Tone tone) {
        return property(tone).get();
    }

    /** The colour with a part of its opacity. */
    Color faint(Tone tone, double opacity) {
        return get(tone).deriveColor(0, 1, 1, opacity);
    }

    private SimpleStyleableObjectProperty<Color> property(Tone tone) {
        return Objects.requireNonNull(colours.get(tone));
    }

    /** Tells CSS of one colour. */
    private static final class ToneMetaData extends CssMetaData<TimeSeriesChart, Color> {
        private final Tone tone;

        ToneMetaData(Tone tone) {
            super(tone.css(), StyleConverter.getColorConverter(), Color.TRANSPARENT);
            this.tone = tone;
        }

        @Override
        public boolean isSettable(TimeSeriesChart chart) {
            return !chart.palette().property(tone).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(TimeSeriesChart chart) {
            return chart.palette().property(tone);
        }
    }
}
