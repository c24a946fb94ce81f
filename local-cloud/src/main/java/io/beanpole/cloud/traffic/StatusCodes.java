package io.beanpole.cloud.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The status codes that a health check takes for well, as MatcherHTTPCode says them: 200, 200,202 or 200-299 [D]. */
public final class StatusCodes {
    /** What is taken where nobody says anything. */
    public static final StatusCodes OK = new StatusCodes(List.of(new Range(200, 200)));

    private static final String FORM = "[0-9]{3}(-[0-9]{3})?(,[0-9]{3}(-[0-9]{3})?)*";

    private final List<Range> ranges;

    /** From one code to another, both included. */
    private record Range(int first, int last) {
        static Range of(String text) {
            int dash = text.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
            return new Range(first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    private StatusCodes(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Reads a list of codes and ranges; what is none of it means 200 alone, as if it were not set. */
    public static StatusCodes of(String text) {
        String plain = text.replace(" ", "");
        if (!plain.matches(FORM)) {
            return OK;
        }
        List<Range> ranges = new ArrayList<>();
        for (String each : plain.split(",", -1)) {
            ranges.add(Range.of(each));
        }
        return new StatusCodes(ranges);
    }

    /** Whether this one is among them. */
    public boolean include(int status) {
        return ranges.stream().anyMatch(each -> each.first() <= status && status <= each.last());
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
