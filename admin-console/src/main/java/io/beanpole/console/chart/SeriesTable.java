package io.beanpole.console.chart;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The series of a chart as comma separated values: a line for each time at which any of them has a sample, with an empty
 * cell where one has none.
 */
public final class SeriesTable {
    private SeriesTable() {}

    /** @param zone whose offset the times are told with */
    public static String of(ChartContent content, ZoneId zone) {
        var times = new TreeSet<Long>();
        for (var series : content.series()) {
            for (var i = 0; i < series.samples().size(); i++) {
                times.add(series.samples().time(i));
            }
        }
        var text = new StringBuilder();
        var titles = new ArrayList<String>(List.of("time"));
        content.series().forEach(series -> titles.add(cell(series.title())));
        text.append(String.join(",", titles)).append('\n');
        for (var time : times) {
            text.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(time).truncatedTo(ChronoUnit.SECONDS), zone)));
            for (var series : content.series()) {
                text.append(',').append(value(series.samples(), time));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String value(Samples samples, long time) {
        var index = samples.lastAtOrBefore(time);
        if (index < 0 || samples.time(index) != time) {
            return "";
        }
        var value = samples.value(index);
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
