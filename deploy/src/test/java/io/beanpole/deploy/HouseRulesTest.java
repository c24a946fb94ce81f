package io.beanpole.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of CONTRIBUTING.md that hold inside this module. */
@AnalyzeClasses(packages = "io.beanpole.deploy", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule noCycleBetweenPackages =
            slices().matching("io.beanpole.deploy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRootKnowsNoneOfItsPackages = noClasses()
            .that()
            .resideInAPackage("io.beanpole.deploy")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.beanpole.deploy.*..");

    @ArchTest
    static final ArchRule nothingOfTheApplicationIsKnownHere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.beanpole.task..", "io.beanpole.web..", "io.beanpole.worker..", "io.beanpole.cloud..");

    @ArchTest
    static final ArchRule theAwsSdkStaysWithItsOwners = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.beanpole.deploy.aws",
                    "io.beanpole.deploy.ecr",
                    "io.beanpole.deploy.detail",
                    "io.beanpole.deploy.fleet",
                    "io.beanpole.deploy.foundation",
                    "io.beanpole.deploy.metric",
                    "io.beanpole.deploy.plan.cloud")
            .and()
            .haveNameNotMatching(".*\\.beanstalk\\.(Environments|OptionSettings|ApplicationVersions|EnvironmentLogs"
                    + "|ElasticBeanstalkCatalog|EnvironmentReading|InstanceReading|ReportedInstances|ReportedHealth"
                    + "|ReportedEvents|ScalingMembers|Purchases)(\\$.*)?")
            .and()
            .haveNameNotMatching(
                    ".*\\.scaling\\.(AwsScalingCatalog|EnvironmentResources|Alarms|WatchedAlarm|MetricReading"
                            + "|PolicySentences|Groups|LiveDesign|LiveAlarm|LivePolicy|AwsExplanations|AlarmRecords"
                            + "|AlarmPast|MetricSamples|Gauges|GroupPast|QueueCounts|DeploymentSpans|LiveTraits|AwsDesignCheck"
                            + "|LaneFigures|ActivityLog|desk\\.(AppliedAlarm|AppliedPolicy|AwsScalingDesk|ScalingChange)|simulation\\.RecordedTraces)(\\$.*)?")
            .and()
            .haveNameNotMatching(".*\\.lane\\.(EnvironmentLanes|LaneQueues|LaneAges|LaneFlows|LaneSender|QueuePairs"
                    + "|WorkerEnvironments)(\\$.*)?")
            .and()
            .haveNameNotMatching(
                    ".*\\.(lane\\.setup\\.(LaneSetup|SqsQueues|ScalingSetup|LaneAlarms|AlarmActions|AlarmCopy|PolicyWords)|deadletter\\.(SqsLetters|MoveTask)|timeout\\.TimeoutReading)(\\$.*)?")
            .and()
            .haveNameNotMatching(".*\\.alarm\\.(AwsAlarmBoard|AlarmOwners|AlarmValues|AlarmWords|OwnedAlarm)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule onlyThePushKnowsJib = noClasses()
            .that()
            .haveNameNotMatching(".*\\.image\\.ImagePush(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.cloud.tools.jib..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("io.beanpole.deploy.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveNameMatching(".*(Helper|Util|Utils|Common|Base|Impl|Info)$");

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(Throwable.class).should().beAssignableTo(DeployException.class);

    @ArchTest
    static final ArchRule nobodyPrintsPastTheCommandLine = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
