package io.beanpole.deploy.alarm;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/**
 * What alarms measure now: each alarm's own metric or expression, all of them in as few GetMetricData as they fit in. AWS
 * charges by the metric and has a new value a minute at most, so that an answer is good for a while.
 */
final class AlarmValues {
    /** CloudWatch has a datapoint of SQS up to two periods late. */
    private static final int PERIODS_BACK = 5;

    private static final int BAD_REQUEST = 400;

    /** How GetMetricData refuses queries that it doesn't take (its API reference, "Common Errors" with it). */
    private static final Set<String> INVALID = Set.of(
            "ValidationError",
            "ValidationException",
            "InvalidParameterValue",
            "InvalidParameterValueException",
            "InvalidParameterCombination",
            "MissingParameter");

    private final MetricData data;
    private final Duration fresh;
    private final Set<String> refused = new HashSet<>();
    private Map<String, Double> known = Map.of();
    private Set<String> asked = Set.of();
    private Instant readAt = Instant.EPOCH;

    /** @param fresh how long an answer is good */
    AlarmValues(MetricData data, Duration fresh) {
        this.data = data;
        this.fresh = fresh;
    }

    /**
     * The newest value of each alarm that has one, by the alarm's name. An alarm whose queries CloudWatch takes in an
     * alarm but not here, as those of other accounts, is left out.
     */
    synchronized Map<String, Double> of(List<MetricAlarm> alarms, Instant now) {
        var names = alarms.stream().map(MetricAlarm::alarmName).collect(Collectors.toSet());
        if (!names.equals(asked) || !now.isBefore(readAt.plus(fresh)) || now.isBefore(readAt)) {
            refused.retainAll(names);
            known = read(alarms, now);
            asked = names;
            readAt = now;
        }
        return known;
    }

    private Map<String, Double> read(List<MetricAlarm> alarms, Instant now) {
        var values = new HashMap<String, Double>();
        var batch = new ArrayList<MetricAlarm>();
        int size = 0;
        for (var alarm : alarms) {
            int more = alarm.metricName() == null ? alarm.metrics().size() : 1;
            if (refused.contains(alarm.alarmName()) || more > MetricValues.MOST_QUERIES) {
                continue;
            }
            if (size + more > MetricValues.MOST_QUERIES) {
                values.putAll(batch(batch, now));
                batch.clear();
                size = 0;
            }
            batch.add(alarm);
            size += more;
        }
        values.putAll(batch(batch, now));
        return values;
    }

    /** One that CloudWatch refuses makes it refuse all: halves find it, once. */
    private Map<String, Double> batch(List<MetricAlarm> alarms, Instant now) {
        if (alarms.isEmpty()) {
            return Map.of();
        }
        try {
            return asked(alarms, now);
        } catch (DeployException e) {
            if (!isInvalid(e)) {
                throw e;
            }
            if (alarms.size() == 1) {
                refused.add(alarms.get(0).alarmName());
                return Map.of();
            }
            var values = new HashMap<>(batch(alarms.subList(0, alarms.size() / 2), now));
            values.putAll(batch(alarms.subList(alarms.size() / 2, alarms.size()), now));
            return values;
        }
    }

    private Map<String, Double> asked(List<MetricAlarm> alarms, Instant now) {
        var queries = new ArrayList<MetricDataQuery>();
        var names = new HashMap<String, String>();
        var longest = Duration.ofMinutes(1);
        for (int number = 0; number < alarms.size(); number++) {
            var alarm = alarms.get(number);
            var own = queries(alarm, "a" + number + "_");
            queries.addAll(own);
            own.stream()
                    .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                    .forEach(query -> names.put(query.id(), alarm.alarmName()));
            longest = period(alarm).compareTo(longest) > 0 ? period(alarm) : longest;
        }
        var values = new HashMap<String, Double>();
        var from = now.minus(longest.multipliedBy(PERIODS_BACK));
        AwsCall.to("read what the alarms measure", () -> data.read(List.copyOf(queries), from, now)).stream()
                .filter(result ->
                        names.containsKey(result.id()) && !result.values().isEmpty())
                .forEach(result -> values.putIfAbsent(
                        names.getOrDefault(result.id(), ""), result.values().get(0)));
        return values;
    }

    private static boolean isInvalid(DeployException e) {
        return e.getCause() instanceof AwsServiceException refusal
                && refusal.statusCode() == BAD_REQUEST
                && !refusal.isThrottlingException()
                && refusal.awsErrorDetails() != null
                && INVALID.contains(refusal.awsErrorDetails().errorCode());
    }

    /** The alarm's own queries, their ids made different from those of other alarms, also within expressions. */
    private static List<MetricDataQuery> queries(MetricAlarm alarm, String prefix) {
        if (alarm.metricName() != null) {
            var statistic = alarm.extendedStatistic() == null ? alarm.statisticAsString() : alarm.extendedStatistic();
            return List.of(MetricDataQuery.builder()
                    .id(prefix + "m")
                    .metricStat(stat -> stat.stat(statistic == null ? "Average" : statistic)
                            .period(alarm.period() == null ? 60 : alarm.period())
                            .metric(metric -> metric.namespace(alarm.namespace())
                                    .metricName(alarm.metricName())
                                    .dimensions(alarm.dimensions())))
                    .build());
        }
        var ids = alarm.metrics().stream().map(MetricDataQuery::id).toList();
        return alarm.metrics().stream()
                .map(query -> query.toBuilder()
                        .id(prefix + query.id())
                        .expression(renamed(query.expression(), ids, prefix))
                        .build())
                .toList();
    }

    private static @Nullable String renamed(@Nullable String expression, List<String> ids, String prefix) {
        if (expression == null) {
            return null;
        }
        var renamed = expression;
        for (var id : ids) {
            renamed = Pattern.compile("(?<![A-Za-z0-9_\"])" + Pattern.quote(id) + "(?![A-Za-z0-9_(\"])")
                    .matcher(renamed)
                    .replaceAll(prefix + id);
        }
        return renamed;
    }

    private static Duration period(MetricAlarm alarm) {
        if (alarm.period() != null) {
            return Duration.ofSeconds(alarm.period());
        }
        return alarm.metrics().stream()
                .filter(query -> query.metricStat() != null)
                .map(query -> Duration.ofSeconds(query.metricStat().period()))
                .findFirst()
                .orElse(Duration.ofMinutes(1));
    }

    /** GetMetricData, all its pages, the newest values first. */
    @FunctionalInterface
    interface MetricData {
        /** The results of these queries. */
        List<MetricDataResult> read(List<MetricDataQuery> queries, Instant from, Instant to);
    }
}
