package io.beanpole.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of CONTRIBUTING.md that hold inside this module. */
@AnalyzeClasses(packages = "io.beanpole.worker", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule noCycleBetweenPackages =
            slices().matching("io.beanpole.worker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveNameMatching(".*(Helper|Util|Utils|Common|Base|Impl|Info)$");

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(Throwable.class).should().beAssignableTo(WorkerException.class);

    @ArchTest
    static final ArchRule nobodyPrintsPastTheLog = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule onlyStorageSpeaksS3 = noClasses()
            .that()
            .resideOutsideOfPackage("io.beanpole.worker.storage")
            .and()
            .doNotHaveSimpleName("WorkerParts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services.s3..");

    @ArchTest
    static final ArchRule onlyNoticeSpeaksSns = noClasses()
            .that()
            .resideOutsideOfPackage("io.beanpole.worker.notice")
            .and()
            .doNotHaveSimpleName("WorkerParts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services.sns..");

    @ArchTest
    static final ArchRule onlyProtectionSpeaksAutoScaling = noClasses()
            .that()
            .resideOutsideOfPackage("io.beanpole.worker.protection")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon.awssdk.services.autoscaling..",
                    "software.amazon.awssdk.services.cloudwatch..",
                    "software.amazon.awssdk.imds..");

    @ArchTest
    static final ArchRule onlyTheSandboxStartsProcesses = noClasses()
            .that()
            .doNotHaveSimpleName("Sandbox")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class);
}
