package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private final String region;
    private final String account;

    MetricDataApi(MetricStore store, String region, String account) {
        this.store = store;
        this.region = region;
        this.account = account;
    }

    void addTo(AwsService service) {
        service.on(GetMetricDataRequest.class, this::data)
                .lacks(
                        GetMetricDataRequest.class,
                        "Metrics Insights (SELECT ...), anomaly bands and metrics of other accounts are refused");
    }

    /** One of the series that were asked for. */
    private record Row(String id, String label, List<Datapoint> datapoints) {}

    /** One datapoint and the row that it belongs to. */
    private record Found(int row, Datapoint datapoint) {}

    private GetMetricDataResponse data(GetMetricDataRequest request) {
        List<MetricDataQuery> asked = request.metricDataQueries();
        if (asked.isEmpty() || asked.size() > MOST_QUERIES) {
            throw Refusals.invalid("The collection MetricDataQueries must have a size from 1 to " + MOST_QUERIES + ".");
        }
        int size = request.maxDatapoints() == null ? MOST_DATAPOINTS : request.maxDatapoints();
        if (size < 1 || size > MOST_DATAPOINTS) {
            throw Refusals.invalidValue(size, "MaxDatapoints");
        }
        List<Row> rows = rows(request);
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            rows.get(i).datapoints().forEach(each -> all.add(new Found(row, each)));
        }
        Page<Found> page = Page.of(all, request.nextToken(), size);
        return GetMetricDataResponse.builder()
                .metricDataResults(results(rows, page))
                .nextToken(page.nextToken())
                .messages(List.of())
                .build();
    }

    private List<Row> rows(GetMetricDataRequest request) {
        Instant from = Refusals.required(request.startTime(), "StartTime");
        Instant to = Refusals.required(request.endTime(), "EndTime");
        MetricQueries queries = MetricQueries.of(store, request.metricDataQueries(), "MetricDataQueries");
        SeriesLabels labels = new SeriesLabels(request.labelOptions(), region, account);
        List<Row> rows = new ArrayList<>();
        for (MetricDataQuery query : request.metricDataQueries()) {
            if (Boolean.FALSE.equals(query.returnData())) {
                continue;
            }
            Duration period = queries.periodOf(query.id());
            Periods.checkSpan(from, to, period);
            Grid grid = Grid.between(from, to, period);
            for (MetricQueries.Result result : queries.evaluateAll(query.id(), grid)) {
                List<Datapoint> datapoints = datapoints(result, grid, request.scanBy());
                String label = labels.label(query, result.label(), (int) period.toSeconds(), datapoints);
                rows.add(new Row(query.id(), label, datapoints));
            }
        }
        return rows;
    }

    private static List<Datapoint> datapoints(MetricQueries.Result result, Grid grid, @Nullable ScanBy order) {
        List<Datapoint> found = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            if (result.series().has(i)) {
                found.add(new Datapoint(grid.start(i), result.series().get(i), result.sampleCount(i)));
            }
        }
        if (order != ScanBy.TIMESTAMP_ASCENDING) {
            Collections.reverse(found);
        }
        return found;
    }

    private static List<MetricDataResult> results(List<Row> rows, Page<Found> page) {
        List<List<Datapoint>> shown = new ArrayList<>();
        rows.forEach(row -> shown.add(new ArrayList<>()));
        page.items().forEach(each -> shown.get(each.row()).add(each.datapoint()));
        int cut = page.nextToken() == null || page.items().isEmpty()
                ? -1
                : page.items().get(page.items().size() - 1).row();
        List<MetricDataResult> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Datapoint> datapoints = shown.get(i);
            results.add(MetricDataResult.builder()
                    .id(rows.get(i).id())
                    .label(rows.get(i).label())
                    .timestamps(datapoints.stream().map(Datapoint::start).toList())
                    .values(datapoints.stream().map(Datapoint::value).toList())
                    .statusCode(i == cut ? StatusCode.PARTIAL_DATA : StatusCode.COMPLETE)
                    .build());
        }
        return results;
    }
}
