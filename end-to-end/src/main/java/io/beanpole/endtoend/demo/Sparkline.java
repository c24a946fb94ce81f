package io.beanpole.endtoend.demo;

import java.util.List;

/** A row of bars as a line of text; where there are more values than places, each bar is the highest of its share. */
record Sparkline(int width) {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** The values from the bottom, which is 0, to the top, which is the highest of them. */
    String of(List<? extends Number> values) {
        double top = values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        int places = Math.min(width, values.size());
        StringBuilder line = new StringBuilder();
        for (int place = 0; place < places; place++) {
            int from = place * values.size() / places;
            int to = (place + 1) * values.size() / places;
            double highest = values.subList(from, to).stream()
                    .mapToDouble(Number::doubleValue)
                    .max()
                    .orElse(0);
            line.append(BARS.charAt(top <= 0 ? 0 : (int) Math.round(highest / top * (BARS.length() - 1))));
        }
        return line.toString();
    }
}
