package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Datapoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.LabelOptions;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * Labels of the series of GetMetricData with their dynamic parts, such as {@code ${MAX}} or {@code ${PROP('Region')}};
 * see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html">dynamic
 * labels</a>.
 */
final class SeriesLabels {
    private static final Pattern PART = Pattern.compile("\\$\\{(?:PROP\\('([^']+)'\\)|([A-Z_]+))}");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{4}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final String region;
    private final String account;

    /** Reads the time zone that the request wants times in. */
    SeriesLabels(@Nullable LabelOptions options, String region, String account) {
        this.region = region;
        this.account = account;
        String zoneName = options == null ? null : options.timezone();
        if (zoneName == null) {
            this.zone = ZoneOffset.UTC;
            return;
        }
        try {
            if (!OFFSET.matcher(zoneName).matches()) {
                throw new DateTimeException("no offset");
            }
            this.zone = ZoneId.of(zoneName);
        } catch (DateTimeException e) {
            throw Refusals.invalidValue(
                    "The parameter LabelOptions.Timezone must be an offset such as +0130, not " + zoneName + ".");
        }
    }

    /** The label of a series; {@code own} is what tells it from other series of its query. */
    String label(MetricDataQuery query, String own, int period, List<Datapoint> datapoints) {
        String usual = own.isEmpty() ? usual(query) : own;
        if (query.label() == null) {
            return usual;
        }
        Matcher part = PART.matcher(query.label());
        return part.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null
                        ? value(found.group(2), usual, datapoints).orElse(found.group())
                        : property(found.group(1), query, period).orElse("")));
    }

    private static String usual(MetricDataQuery query) {
        return query.metricStat() == null
                ? query.id()
                : query.metricStat().metric().metricName();
    }

    private Optional<String> value(String name, String usual, List<Datapoint> datapoints) {
        if (name.equals("LABEL")) {
            return Optional.of(usual);
        }
        if (name.equals("DATAPOINT_COUNT")) {
            return Optional.of(String.valueOf(datapoints.size()));
        }
        DoubleSummaryStatistics all =
                datapoints.stream().mapToDouble(Datapoint::value).summaryStatistics();
        Comparator<Datapoint> byTime = Comparator.comparing(Datapoint::start);
        Comparator<Datapoint> byValue = Comparator.comparingDouble(Datapoint::value);
        Optional<Datapoint> first = datapoints.stream().min(byTime);
        Optional<Datapoint> last = datapoints.stream().max(byTime);
        Optional<String> told = switch (name) {
            case "MIN" -> first.map(any -> number(all.getMin()));
            case "MAX" -> first.map(any -> number(all.getMax()));
            case "AVG" -> first.map(any -> number(all.getAverage()));
            case "SUM" -> first.map(any -> number(all.getSum()));
            case "MINMAX" -> first.map(any -> number(all.getMin()) + "/" + number(all.getMax()));
            case "FIRST" -> first.map(each -> number(each.value()));
            case "LAST" -> last.map(each -> number(each.value()));
            case "FIRST_TIME", "FIRST_TIME_RELATIVE" -> first.map(each -> time(each.start()));
            case "LAST_TIME", "LAST_TIME_RELATIVE" -> last.map(each -> time(each.start()));
            case "MIN_TIME" -> datapoints.stream().min(byValue).map(each -> time(each.start()));
            case "MAX_TIME" -> datapoints.stream().max(byValue).map(each -> time(each.start()));
            default -> Optional.of("${" + name + "}");
        };
        return Optional.of(told.orElse("--"));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    private String time(Instant at) {
        return TIME.withZone(zone).format(at);
    }

    private Optional<String> property(String name, MetricDataQuery query, int period) {
        Metric metric = query.metricStat() == null ? null : query.metricStat().metric();
        if (name.startsWith("Dim.")) {
            String dimension = name.substring("Dim.".length());
            return Optional.ofNullable(metric)
                    .flatMap(known -> known.dimensions().stream()
                            .filter(each -> dimension.equals(each.name()))
                            .map(each -> each.value())
                            .findFirst());
        }
        return switch (name) {
            case "MetricName" -> Optional.ofNullable(metric).map(Metric::metricName);
            case "Namespace" -> Optional.ofNullable(metric).map(Metric::namespace);
            case "Stat" -> Optional.ofNullable(query.metricStat()).map(stat -> stat.stat());
            case "Expression" -> Optional.ofNullable(query.expression());
            case "Period" -> Optional.of(String.valueOf(period));
            case "Region" -> Optional.of(region);
            case "AccountId" -> Optional.of(account);
            default -> Optional.empty();
        };
    }
}
