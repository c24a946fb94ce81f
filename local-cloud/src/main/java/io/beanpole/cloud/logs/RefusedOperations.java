package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CancelExportTaskRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateDeliveryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateExportTaskRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateScheduledQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteAccountPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliverySourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteIndexPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteQueryDefinitionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteScheduledQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteTransformerRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeAccountPoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeConfigurationTemplatesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveryDestinationsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDestinationsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeFieldIndexesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeIndexPoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliverySourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetIntegrationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogFieldsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogGroupFieldsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogObjectRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetScheduledQueryHistoryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetScheduledQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetTransformerRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListAggregateLogGroupSummariesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListAnomaliesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListIntegrationsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogAnomalyDetectorsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogGroupsForQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListScheduledQueriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutAccountPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliveryDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliveryDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliverySourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutIndexPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutIntegrationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutQueryDefinitionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutTransformerRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestTransformerRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateAnomalyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateDeliveryConfigurationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateScheduledQueryRequest;

/** The operations that the local cloud refuses, each with what to do instead. */
final class RefusedOperations {
    private static final List<Class<? extends CloudWatchLogsRequest>> QUERIES = List.of(
            StartQueryRequest.class,
            StopQueryRequest.class,
            DescribeQueriesRequest.class,
            GetQueryResultsRequest.class,
            PutQueryDefinitionRequest.class,
            DeleteQueryDefinitionRequest.class,
            DescribeQueryDefinitionsRequest.class,
            ListLogGroupsForQueryRequest.class,
            GetLogRecordRequest.class,
            GetLogGroupFieldsRequest.class,
            GetLogFieldsRequest.class,
            GetLogObjectRequest.class,
            CreateScheduledQueryRequest.class,
            DeleteScheduledQueryRequest.class,
            GetScheduledQueryRequest.class,
            GetScheduledQueryHistoryRequest.class,
            ListScheduledQueriesRequest.class,
            UpdateScheduledQueryRequest.class,
            ListAggregateLogGroupSummariesRequest.class);

    private static final List<Class<? extends CloudWatchLogsRequest>> LIVE = List.of(StartLiveTailRequest.class);

    private static final List<Class<? extends CloudWatchLogsRequest>> METRICS =
            List.of(PutMetricFilterRequest.class, DeleteMetricFilterRequest.class, DescribeMetricFiltersRequest.class);

    private static final List<Class<? extends CloudWatchLogsRequest>> AWAY = List.of(
            CancelExportTaskRequest.class,
            CreateDeliveryRequest.class,
            CreateExportTaskRequest.class,
            DeleteDeliveryRequest.class,
            DeleteDeliveryDestinationRequest.class,
            DeleteDeliveryDestinationPolicyRequest.class,
            DeleteDeliverySourceRequest.class,
            DeleteDestinationRequest.class,
            DeleteSubscriptionFilterRequest.class,
            DescribeConfigurationTemplatesRequest.class,
            DescribeDeliveriesRequest.class,
            DescribeDeliveryDestinationsRequest.class,
            DescribeDeliverySourcesRequest.class,
            DescribeDestinationsRequest.class,
            DescribeExportTasksRequest.class,
            DescribeSubscriptionFiltersRequest.class,
            GetDeliveryRequest.class,
            GetDeliveryDestinationRequest.class,
            GetDeliveryDestinationPolicyRequest.class,
            GetDeliverySourceRequest.class,
            PutDeliveryDestinationRequest.class,
            PutDeliveryDestinationPolicyRequest.class,
            PutDeliverySourceRequest.class,
            PutDestinationRequest.class,
            PutDestinationPolicyRequest.class,
            PutSubscriptionFilterRequest.class,
            UpdateDeliveryConfigurationRequest.class);

    private static final List<Class<? extends CloudWatchLogsRequest>> POLICIES = List.of(
            PutResourcePolicyRequest.class,
            DeleteResourcePolicyRequest.class,
            DescribeResourcePoliciesRequest.class,
            PutAccountPolicyRequest.class,
            DeleteAccountPolicyRequest.class,
            DescribeAccountPoliciesRequest.class,
            PutDataProtectionPolicyRequest.class,
            DeleteDataProtectionPolicyRequest.class,
            GetDataProtectionPolicyRequest.class,
            AssociateKmsKeyRequest.class,
            DisassociateKmsKeyRequest.class,
            PutLogGroupDeletionProtectionRequest.class,
            PutTransformerRequest.class,
            DeleteTransformerRequest.class,
            GetTransformerRequest.class,
            TestTransformerRequest.class);

    private static final List<Class<? extends CloudWatchLogsRequest>> FINDINGS = List.of(
            CreateLogAnomalyDetectorRequest.class,
            DeleteIndexPolicyRequest.class,
            DeleteIntegrationRequest.class,
            DeleteLogAnomalyDetectorRequest.class,
            DescribeFieldIndexesRequest.class,
            DescribeIndexPoliciesRequest.class,
            GetIntegrationRequest.class,
            GetLogAnomalyDetectorRequest.class,
            ListAnomaliesRequest.class,
            ListIntegrationsRequest.class,
            ListLogAnomalyDetectorsRequest.class,
            PutIndexPolicyRequest.class,
            PutIntegrationRequest.class,
            UpdateAnomalyRequest.class,
            UpdateLogAnomalyDetectorRequest.class);

    private RefusedOperations() {}

    static void register(AwsService service) {
        refuse(service, QUERIES, "Queries of Logs Insights don't run here. Use FilterLogEvents.");
        refuse(
                service,
                LIVE,
                "Live tails stream events over a connection of their own, which the local cloud doesn't open. Ask FilterLogEvents again and again, as aws logs tail --follow does.");
        refuse(service, METRICS, "The local cloud makes no metrics of log events. Put them with PutMetricData.");
        refuse(service, AWAY, "The local cloud sends log events nowhere else. Read them with FilterLogEvents.");
        refuse(service, POLICIES, "The local cloud lets everyone in who has its key, and changes nothing in events.");
        refuse(service, FINDINGS, "The local cloud looks for no anomalies and keeps no indexes of fields.");
    }

    private static void refuse(
            AwsService service, List<Class<? extends CloudWatchLogsRequest>> operations, String why) {
        operations.forEach(operation -> service.refuses(operation, "InvalidOperationException", 400, why));
    }
}
