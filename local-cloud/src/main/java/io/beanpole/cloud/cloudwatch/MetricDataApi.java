package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** GetMetricData: many metrics and expressions over them in one request. */
final class MetricDataApi {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_DATAPOINTS = 100_800;

    private final MetricStore store;

    MetricDataApi(MetricStore store) {
        this.store = store;
    }

    void addTo(AwsService service) {
        service.on(GetMetricDataRequest.class, this::data);
    }

    /** One datapoint and which query it belongs to. */
    private record Found(String id, Datapoint datapoint) {}

    private GetMetricDataResponse data(GetMetricDataRequest request) {
        List<MetricDataQuery> asked = request.metricDataQueries();
        if (asked.isEmpty() || asked.size() > MOST_QUERIES) {
            throw Refusals.invalid("The collection MetricDataQueries must have a size from 1 to " + MOST_QUERIES + ".");
        }
        Instant from = Refusals.required(request.startTime(), "StartTime");
        Instant to = Refusals.required(request.endTime(), "EndTime");
        MetricQueries queries = MetricQueries.of(store, asked, "MetricDataQueries");
        List<Found> all = new ArrayList<>();
        for (MetricDataQuery query : asked) {
            if (!Boolean.FALSE.equals(query.returnData())) {
                Duration period = queries.periodOf(query.id());
                Periods.checkSpan(from, to, period);
                all.addAll(found(queries, query.id(), Grid.between(from, to, period), request.scanBy()));
            }
        }
        int size = request.maxDatapoints() == null ? MOST_DATAPOINTS : request.maxDatapoints();
        if (size < 1 || size > MOST_DATAPOINTS) {
            throw Refusals.invalidValue(size, "MaxDatapoints");
        }
        Page<Found> page = Page.of(all, request.nextToken(), size);
        return GetMetricDataResponse.builder()
                .metricDataResults(results(asked, page))
                .nextToken(page.nextToken())
                .messages(List.of())
                .build();
    }

    private static List<Found> found(MetricQueries queries, String id, Grid grid, @Nullable ScanBy order) {
        MetricQueries.Result result = queries.evaluate(id, period -> grid);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            if (result.series().has(i)) {
                found.add(new Found(
                        id, new Datapoint(grid.start(i), result.series().get(i), result.sampleCount(i))));
            }
        }
        if (order != ScanBy.TIMESTAMP_ASCENDING) {
            Collections.reverse(found);
        }
        return found;
    }

    private static List<MetricDataResult> results(List<MetricDataQuery> asked, Page<Found> page) {
        Map<String, List<Datapoint>> byId = new LinkedHashMap<>();
        asked.stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .forEach(query -> byId.put(query.id(), new ArrayList<>()));
        page.items()
                .forEach(each -> byId.getOrDefault(each.id(), new ArrayList<>()).add(each.datapoint()));
        String cut = page.nextToken() == null || page.items().isEmpty()
                ? null
                : page.items().get(page.items().size() - 1).id();
        return asked.stream()
                .filter(query -> byId.containsKey(query.id()))
                .map(query -> result(
                        query,
                        byId.getOrDefault(query.id(), List.of()),
                        query.id().equals(cut) ? StatusCode.PARTIAL_DATA : StatusCode.COMPLETE))
                .toList();
    }

    private static MetricDataResult result(MetricDataQuery query, List<Datapoint> datapoints, StatusCode status) {
        return MetricDataResult.builder()
                .id(query.id())
                .label(labelOf(query))
                .timestamps(datapoints.stream().map(Datapoint::start).toList())
                .values(datapoints.stream().map(Datapoint::value).toList())
                .statusCode(status)
                .build();
    }

    private static String labelOf(MetricDataQuery query) {
        if (query.label() != null) {
            return query.label();
        }
        return query.metricStat() == null
                ? query.id()
                : query.metricStat().metric().metricName();
    }
}
