package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteInsightRulesRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteMetricStreamRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAnomalyDetectorsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAnomalyDetectorsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeInsightRulesRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeInsightRulesResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableInsightRulesRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableInsightRulesRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStreamRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricWidgetImageRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListManagedInsightRulesRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListManagedInsightRulesResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricStreamsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricStreamsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutInsightRuleRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutManagedInsightRulesRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricStreamRequest;
import software.amazon.awssdk.services.cloudwatch.model.StartMetricStreamsRequest;
import software.amazon.awssdk.services.cloudwatch.model.StopMetricStreamsRequest;

/**
 * The operations of CloudWatch on things that can't be made here. What lists them truthfully gives nothing, so that
 * tools that only look go on.
 */
final class RefusedOperations {
    private static final String CODE = "InvalidParameterValue";
    private static final int STATUS = 400;
    private static final String DETECTORS =
            "The local cloud trains no anomaly detectors. Use an alarm with a static threshold.";
    private static final String INSIGHTS =
            "The local cloud has no Contributor Insights. Read the logs with FilterLogEvents of CloudWatch Logs.";
    private static final String STREAMS =
            "The local cloud has no Data Firehose that metrics could stream to. Poll them with GetMetricData.";
    private static final String PICTURES =
            "The local cloud draws no pictures of metrics. Read the values with GetMetricData, or open the console.";

    private RefusedOperations() {}

    static void addTo(AwsService service) {
        detectors(service);
        insights(service);
        streams(service);
        refuse(service, PICTURES, List.of(GetMetricWidgetImageRequest.class));
    }

    private static void detectors(AwsService service) {
        refuse(service, DETECTORS, List.of(PutAnomalyDetectorRequest.class, DeleteAnomalyDetectorRequest.class));
        service.on(
                        DescribeAnomalyDetectorsRequest.class,
                        request -> DescribeAnomalyDetectorsResponse.builder()
                                .anomalyDetectors(List.of())
                                .build())
                .lacks(DescribeAnomalyDetectorsRequest.class, "always empty, because none can be made");
    }

    private static void insights(AwsService service) {
        refuse(
                service,
                INSIGHTS,
                List.of(
                        PutInsightRuleRequest.class,
                        PutManagedInsightRulesRequest.class,
                        DeleteInsightRulesRequest.class,
                        EnableInsightRulesRequest.class,
                        DisableInsightRulesRequest.class,
                        GetInsightRuleReportRequest.class));
        service.on(
                        DescribeInsightRulesRequest.class,
                        request -> DescribeInsightRulesResponse.builder()
                                .insightRules(List.of())
                                .build())
                .lacks(DescribeInsightRulesRequest.class, "always empty, because none can be made")
                .on(
                        ListManagedInsightRulesRequest.class,
                        request -> ListManagedInsightRulesResponse.builder()
                                .managedRules(List.of())
                                .build())
                .lacks(ListManagedInsightRulesRequest.class, "always empty, because none can be made");
    }

    private static void streams(AwsService service) {
        refuse(
                service,
                STREAMS,
                List.of(
                        PutMetricStreamRequest.class,
                        GetMetricStreamRequest.class,
                        DeleteMetricStreamRequest.class,
                        StartMetricStreamsRequest.class,
                        StopMetricStreamsRequest.class));
        service.on(
                        ListMetricStreamsRequest.class,
                        request -> ListMetricStreamsResponse.builder()
                                .entries(List.of())
                                .build())
                .lacks(ListMetricStreamsRequest.class, "always empty, because none can be made");
    }

    private static void refuse(AwsService service, String why, List<Class<? extends AwsRequest>> requests) {
        requests.forEach(request -> service.refuses(request, CODE, STATUS, why));
    }
}
