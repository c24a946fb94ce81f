package io.beanpole.cloud.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.sqsd.RealQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.dataformat.yaml.YAMLMapper;

class StacksTest {
    private static final String ENVIRONMENT = "e-abcdefghij";
    private static final String GROUP = "awseb-e-abcdefghij-stack-AWSEBAutoScalingGroup-1";
    private static final Map<String, String> TRIGGER = Map.of(
            "MeasureName", "NetworkOut",
            "Statistic", "Average",
            "Unit", "Bytes",
            "Period", "5",
            "EvaluationPeriods", "1",
            "LowerThreshold", "2000000",
            "UpperThreshold", "6000000",
            "LowerBreachScaleIncrement", "-1",
            "UpperBreachScaleIncrement", "1");
    private static final String QUEUE_SCALING = """
            BacklogHighPolicy:
              Type: AWS::AutoScaling::ScalingPolicy
              Properties:
                AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}
                PolicyType: StepScaling
                AdjustmentType: ChangeInCapacity
                EstimatedInstanceWarmup: "30"
                StepAdjustments:
                  - {MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 1}
                  - {MetricIntervalLowerBound: "20", ScalingAdjustment: "3"}
            BacklogHigh:
              Type: AWS::CloudWatch::Alarm
              Properties:
                AlarmDescription: {"Fn::Join": ["", ["Backlog of ", {"Fn::GetAtt": [AWSEBWorkerQueue, QueueName]}]]}
                Namespace: AWS/SQS
                MetricName: ApproximateNumberOfMessagesVisible
                Dimensions: [{Name: QueueName, Value: {"Fn::GetAtt": [AWSEBWorkerQueue, QueueName]}}]
                Statistic: Maximum
                Period: 60
                EvaluationPeriods: "1"
                Threshold: {"Fn::GetOptionSetting": {OptionName: BacklogThreshold, DefaultValue: "4"}}
                ComparisonOperator: GreaterThanThreshold
                ActionsEnabled: "true"
                AlarmActions: [{Ref: BacklogHighPolicy}]
            """;

    private static RealQueue queues;

    @TempDir
    private Path directory;

    private final KeptAlarms cloudWatch = new KeptAlarms();
    private final KeptPolicies autoScaling = new KeptPolicies();
    private Stacks stacks;

    @BeforeAll
    static void startQueues() throws IOException {
        queues = new RealQueue();
    }

    @AfterAll
    static void stopQueues() {
        queues.close();
    }

    @BeforeEach
    void open() {
        stacks = new Stacks(
                directory,
                "eu-central-2",
                "000000000000",
                List.of(
                        new QueueResource(queues.sqs),
                        new AlarmResource(cloudWatch, "arn:aws:cloudwatch:eu-central-2:000000000000"),
                        new ScalingPolicyResource(autoScaling)));
    }

    @Test
    void anAlarmOnTheWorkerQueueRunsAStepPolicyOfTheGroup() {
        StackOutcome outcome = apply(QUEUE_SCALING);

        PutScalingPolicyRequest policy =
                autoScaling.policies.values().iterator().next();
        assertThat(policy.policyName()).matches("awseb-e-abcdefghij-stack-BacklogHighPolicy-[A-Z0-9]{12}");
        assertThat(policy.autoScalingGroupName()).isEqualTo(GROUP);
        assertThat(policy.estimatedInstanceWarmup()).isEqualTo(30);
        assertThat(policy.stepAdjustments()).hasSize(2);
        assertThat(policy.stepAdjustments().get(1).metricIntervalLowerBound()).isEqualTo(20.0);
        assertThat(policy.stepAdjustments().get(1).scalingAdjustment()).isEqualTo(3);
        PutMetricAlarmRequest alarm = cloudWatch.alarms.values().iterator().next();
        assertThat(alarm.alarmName()).matches("awseb-e-abcdefghij-stack-BacklogHigh-[A-Z0-9]{12}");
        assertThat(alarm.alarmDescription()).isEqualTo("Backlog of the-queue");
        assertThat(alarm.dimensions())
                .containsExactly(
                        Dimension.builder().name("QueueName").value("the-queue").build());
        assertThat(alarm.threshold()).isEqualTo(4.0);
        assertThat(alarm.actionsEnabled()).isTrue();
        assertThat(alarm.comparisonOperator()).isEqualTo(ComparisonOperator.GREATER_THAN_THRESHOLD);
        assertThat(alarm.alarmActions()).singleElement().asString().endsWith(":policyName/" + policy.policyName());
        assertThat(outcome.warnings()).isEmpty();
        assertThat(outcome.changes())
                .containsExactly(
                        "Created Auto Scaling group policy named: "
                                + alarm.alarmActions().get(0),
                        "Created CloudWatch alarm named: " + alarm.alarmName());
    }

    @Test
    void aCustomOptionReachesTheTemplate() {
        stacks.apply(request(
                template(QUEUE_SCALING),
                (namespace, name) -> Optional.of("9")
                        .filter(value -> namespace.equals("aws:elasticbeanstalk:customoption")
                                && name.equals("BacklogThreshold"))));

        assertThat(cloudWatch.alarms.values())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.threshold()).isEqualTo(9.0));
    }

    @Test
    void mappingsAreLookedUpAndSubIsCarriedOutWithAWarning() {
        Template template = template("""
                        Jobs:
                          Type: AWS::SQS::Queue
                          Properties:
                            QueueName: {"Fn::Sub": ["${Stage}-${Dead.QueueName}", {Stage: test}]}
                            DelaySeconds: {"Fn::FindInMap": [Sizes, {Ref: "AWS::Region"}, Delay]}
                        Dead: {Type: AWS::SQS::Queue, Properties: {QueueName: dead}}
                        """)
                .withMappings(".ebextensions/a.config", new YAMLMapper().readTree("Sizes: {eu-central-2: {Delay: 7}}"));

        StackOutcome outcome = stacks.apply(request(template, (namespace, name) -> Optional.empty()));

        assertThat(outcome.changes()).anyMatch(each -> each.endsWith("/test-dead"));
        assertThat(outcome.warnings()).singleElement().asString().contains("Jobs uses Fn::Sub");
    }

    @Test
    void queuesGetTheirAttributesAndReferToEachOther() {
        apply("""
                Jobs:
                  Type: AWS::SQS::Queue
                  Properties:
                    VisibilityTimeout: 120
                    RedrivePolicy: {deadLetterTargetArn: {"Fn::GetAtt": Dead.Arn}, maxReceiveCount: 3}
                    Tags: [{Key: lane, Value: express}]
                Dead:
                  Type: AWS::SQS::Queue
                """);

        String url = stacks.references(ENVIRONMENT).get("Jobs");
        assertThat(url).matches(".*/awseb-e-abcdefghij-stack-Jobs-[A-Z0-9]{12}");
        Map<QueueAttributeName, String> attributes = queues.sqs
                .getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
        assertThat(attributes).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "120");
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains("awseb-e-abcdefghij-stack-Dead-")
                .contains("\"maxReceiveCount\":3");
    }

    @Test
    void theTriggersAlarmsAreMadeAndAnEmptyListSilencesThem() {
        apply("");
        assertThat(cloudWatch.alarms.values())
                .extracting(PutMetricAlarmRequest::alarmDescription)
                .containsExactly(
                        "ElasticBeanstalk Default Scale Up alarm", "ElasticBeanstalk Default Scale Down alarm");
        assertThat(cloudWatch.alarms.values()).allSatisfy(alarm -> {
            assertThat(alarm.namespace()).isEqualTo("AWS/EC2");
            assertThat(alarm.metricName()).isEqualTo("NetworkOut");
            assertThat(alarm.period()).isEqualTo(300);
            assertThat(alarm.dimensions().get(0).value()).isEqualTo(GROUP);
            assertThat(alarm.alarmActions()).hasSize(1);
        });

        StackOutcome outcome = apply("""
                AWSEBCloudwatchAlarmHigh: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
                AWSEBCloudwatchAlarmLow: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: {Ref: "AWS::NoValue"}}}
                """);

        assertThat(cloudWatch.alarms.values()).hasSize(2).allSatisfy(alarm -> {
            assertThat(alarm.alarmActions()).isEmpty();
            assertThat(alarm.threshold()).isPositive();
        });
        assertThat(outcome.changes()).hasSize(2).allMatch(each -> each.startsWith("Updated CloudWatch alarm named: "));
    }

    @Test
    void theSameTemplateAgainChangesNothingAndAnotherOneDeletesWhatIsGone() {
        apply(QUEUE_SCALING);
        String before = cloudWatch.alarms.keySet().toString();
        open();

        assertThat(apply(QUEUE_SCALING).changes()).isEmpty();
        assertThat(cloudWatch.alarms.keySet()).hasToString(before);

        StackOutcome outcome = apply("Other: {Type: AWS::SQS::Queue, DeletionPolicy: Retain}");
        assertThat(outcome.changes())
                .anyMatch(each -> each.startsWith("Deleted CloudWatch alarm named: "))
                .anyMatch(each -> each.startsWith("Deleted Auto Scaling group policy named: "));
        assertThat(cloudWatch.alarms.keySet()).noneMatch(name -> name.contains("Backlog"));
    }

    @Test
    void aDeletedEnvironmentTakesAllButTheRetainedWithIt() {
        apply(QUEUE_SCALING + """
                Kept: {Type: AWS::SQS::Queue, DeletionPolicy: Retain, Properties: {QueueName: kept-for-ever}}
                Gone: {Type: AWS::SQS::Queue, Properties: {QueueName: gone-with-it}}
                """);

        stacks.delete(ENVIRONMENT);

        assertThat(cloudWatch.alarms).isEmpty();
        assertThat(autoScaling.policies).isEmpty();
        assertThat(queues.sqs.listQueues().queueUrls())
                .anyMatch(url -> url.endsWith("/kept-for-ever"))
                .noneMatch(url -> url.endsWith("/gone-with-it"));
        assertThat(stacks.references(ENVIRONMENT)).isEmpty();
    }

    @Test
    void anotherNameMeansAnotherResource() {
        apply("Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: one, Threshold: 1}}");
        apply("Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: two, Threshold: 1}}");

        assertThat(cloudWatch.alarms).containsKey("two").doesNotContainKey("one");
    }

    @Test
    void whatWasMadeIsTakenBackWhenALaterResourceFails() {
        apply("Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: one, Threshold: 1}}");

        assertThatThrownBy(() -> apply("""
                Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: one, Threshold: 2}}
                Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: taken-back}}
                Bad: {Type: AWS::CloudWatch::Alarm, DependsOn: Queue, Properties: {Period: 7}}
                """))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("[Bad]. Metric periods must be");

        assertThat(cloudWatch.alarms.get("one").threshold()).isEqualTo(1.0);
        assertThat(queues.sqs.listQueues().queueUrls()).noneMatch(url -> url.endsWith("/taken-back"));
    }

    @Test
    void whatTheTemplateSaysWrongIsASentence() {
        assertFails("A: {Type: AWS::CloudWatch::Alarm, Properties: {Treshold: 1}}", "unsupported property Treshold");
        assertFails(
                "A: {Type: AWS::CloudWatch::Alarm, Properties: {Metrics: [{Id: m, MetricStat: {Foo: 1}}]}}",
                "unsupported property Metrics.MetricStat.Foo");
        assertFails("A: {Type: AWS::CloudWatch::Alarm, Properties: {Period: soon}}", "must be a number, not 'soon'");
        assertFails("A: {Type: AWS::SQS::Queue, Properties: {Visibility: 1}}", "unsupported property Visibility");
        assertFails("A: {Type: AWS::SQS::Queue, VisibilityTimeout: 1}", "properties belong below Properties");
        assertFails("A: {Type: Queue}", "Unrecognized resource types: [Queue]");
        assertFails("A: {Properties: {}}", "has no Type");
        assertFails("A: {Type: AWS::SQS::Queue, Properties: {QueueName: {Ref: B}}}", "dependencies [B]");
        assertFails("A: {Type: AWS::SQS::Queue, Properties: {QueueName: {'Fn::If': x}}}", "function Fn::If is not");
        assertFails(
                "A: {Type: AWS::SQS::Queue, DependsOn: B}\nB: {Type: AWS::SQS::Queue, DependsOn: A}",
                "Circular dependency between resources: [A, B]");
        assertFails("AWSEBCloudwatchAlarmHigh: {Type: AWS::SQS::Queue}", "but what it overrides is of");
        assertFails(
                "A: {Type: AWS::SQS::Queue, Properties: {QueueName: {'Fn::GetOptionSetting': {OptionName: x}}}}",
                "is not set and has no DefaultValue");
        assertThat(stacks.references(ENVIRONMENT)).isEmpty();
    }

    @Test
    void aTypeThatIsNotServedHereIsLeftOutWithAWarningAndSoIsWhatNeedsIt() {
        StackOutcome outcome = apply("""
                Bucket: {Type: AWS::S3::Bucket}
                Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmDescription: {Ref: Bucket}}}
                Queue: {Type: AWS::SQS::Queue}
                """);

        assertThat(outcome.warnings())
                .hasSize(2)
                .anyMatch(each ->
                        each.startsWith("The resource Bucket was left out: the local cloud has no AWS::S3::Bucket"))
                .anyMatch(each -> each.startsWith("The resource Alarm was left out, because it refers to [Bucket]"));
        assertThat(stacks.references(ENVIRONMENT)).containsKey("Queue").doesNotContainKeys("Alarm", "Bucket");
    }

    @Test
    void whatRefersToADatabaseOfTheEnvironmentIsLeftOutWithAWarning() {
        StackOutcome outcome = apply("""
                Queue: {Type: AWS::SQS::Queue}
                Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmDescription: {Ref: AWSEBRDSDatabase}}}
                """);

        assertThat(outcome.warnings())
                .singleElement()
                .asString()
                .contains("refers to [AWSEBRDSDatabase], which is not there.");
        assertThat(stacks.references(ENVIRONMENT)).containsKey("Queue");
    }

    @Test
    void theWorkerQueueItselfCanBeOverridden() {
        String url = queues.sqs
                .createQueue(request -> request.queueName("the-queue"))
                .queueUrl();
        Template template = template("AWSEBWorkerQueue: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 5}}");

        stacks.apply(new StackRequest(
                ENVIRONMENT,
                template,
                Map.of(
                        "AWSEBAutoScalingGroup", new PhysicalResource(GROUP, Map.of()),
                        "AWSEBWorkerQueue", new PhysicalResource(url, Map.of())),
                (namespace, name) -> Optional.empty()));

        assertThat(queues.sqs
                        .getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.DELAY_SECONDS))
                        .attributes())
                .containsEntry(QueueAttributeName.DELAY_SECONDS, "5");
        assertThat(stacks.references(ENVIRONMENT)).doesNotContainKey("AWSEBWorkerQueue");
    }

    private void assertFails(String resources, String sentence) {
        assertThatThrownBy(() -> apply(resources))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(sentence);
    }

    private StackOutcome apply(String resources) {
        return stacks.apply(request(template(resources), (namespace, name) -> Optional.empty()));
    }

    /** With the trigger, unless the queue scales. */
    private static Template template(String resources) {
        Template template = new Template();
        if (!resources.contains("BacklogHigh")) {
            template.with("Elastic Beanstalk", DefaultTrigger.resources(TRIGGER, "balancer"));
        }
        return resources.isEmpty()
                ? template
                : template.with(".ebextensions/a.config", new YAMLMapper().readTree(resources));
    }

    private static StackRequest request(Template template, OptionLookup options) {
        return new StackRequest(
                ENVIRONMENT,
                template,
                Map.of(
                        "AWSEBAutoScalingGroup",
                        new PhysicalResource(GROUP, Map.of()),
                        "AWSEBWorkerQueue",
                        new PhysicalResource("http://queues/the-queue", Map.of("QueueName", "the-queue"))),
                options);
    }
}
