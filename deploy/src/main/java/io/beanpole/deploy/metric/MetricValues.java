package io.beanpole.deploy.metric;

import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** What metrics measured in a stretch of time, however many they are, in as few GetMetricData as they fit in. */
public final class MetricValues {
    /** The most queries that one GetMetricData takes (its API reference). */
    public static final int MOST_QUERIES = 500;

    private final CloudWatchClient cloudWatch;
    private final Pages pages;

    /** Asks as often as it takes. */
    public MetricValues(CloudWatchClient cloudWatch) {
        this(cloudWatch, AwsCall::pages);
    }

    /** @param pages makes the requests, which somebody counts */
    public MetricValues(CloudWatchClient cloudWatch, Pages pages) {
        this.cloudWatch = cloudWatch;
        this.pages = pages;
    }

    /** How many requests so many queries take, if the answer to each is short. */
    public static int requests(int queries) {
        return (queries + MOST_QUERIES - 1) / MOST_QUERIES;
    }

    /**
     * The values by the id of their query, in the order of time; a metric that measured nothing is missing.
     *
     * @param attempt what a failure says could not be done
     */
    public Map<String, NavigableMap<Instant, Double>> read(
            String attempt, List<MetricDataQuery> queries, Instant from, Instant to) {
        var values = new HashMap<String, NavigableMap<Instant, Double>>();
        for (int first = 0; first < queries.size(); first += MOST_QUERIES) {
            var some = queries.subList(first, Math.min(queries.size(), first + MOST_QUERIES));
            pages.read(
                            attempt,
                            token -> cloudWatch.getMetricData(request -> request.metricDataQueries(some)
                                    .startTime(from)
                                    .endTime(to)
                                    .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                                    .nextToken(token)),
                            GetMetricDataResponse::nextToken)
                    .forEach(answer -> answer.metricDataResults().forEach(result -> put(result, values)));
        }
        return values;
    }

    /** The newest value of each metric that has one, by the id of its query. */
    public Map<String, Double> newest(String attempt, List<MetricDataQuery> queries, Instant from, Instant to) {
        var newest = new HashMap<String, Double>();
        read(attempt, queries, from, to)
                .forEach((id, values) ->
                        Optional.ofNullable(values.lastEntry()).ifPresent(last -> newest.put(id, last.getValue())));
        return newest;
    }

    /** A series may come in pieces, one a page. */
    private static void put(MetricDataResult result, Map<String, NavigableMap<Instant, Double>> values) {
        for (int i = 0; i < result.values().size(); i++) {
            values.computeIfAbsent(result.id(), id -> new TreeMap<>())
                    .put(result.timestamps().get(i), result.values().get(i));
        }
    }

    /** How the pages of an answer are asked for, one after the other, as {@link AwsCall#pages} does. */
    @FunctionalInterface
    public interface Pages {
        /**
         * All pages.
         *
         * @param page asks for the page of a token, null for the first
         * @param next the following token of an answer, null or empty after the last
         */
        List<GetMetricDataResponse> read(
                String attempt,
                Function<@Nullable String, GetMetricDataResponse> page,
                Function<GetMetricDataResponse, @Nullable String> next);
    }
}
