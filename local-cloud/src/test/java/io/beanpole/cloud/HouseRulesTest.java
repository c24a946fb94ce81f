package io.beanpole.cloud;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.beanpole.cloud.sqsd.SqsdProgram;

/** The rules of CONTRIBUTING.md that hold inside this module. */
@AnalyzeClasses(packages = "io.beanpole.cloud", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule noCycleBetweenPackages =
            slices().matching("io.beanpole.cloud.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAnyPackage("..cloud.ecr..", "..cloud.sns..", "..cloud.sts..", "..cloud.sqs..", "..cloud.s3..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(LocalCloud.class.getName())
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("..cloud.endpoint..");

    @ArchTest
    static final ArchRule theDaemonKnowsNothingOfTheRest = noClasses()
            .that()
            .resideInAPackage("..cloud.sqsd..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.beanpole..")
                    .and(not(resideInAPackage("..cloud.sqsd..")))
                    .and(not(belongToAnyOf(CloudException.class, StateFile.class))));

    @ArchTest
    static final ArchRule thePartsOfBeanstalkDoNotKnowTheWhole = noClasses()
            .that()
            .resideInAPackage("..cloud.beanstalk.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..cloud.beanstalk");

    @ArchTest
    static final ArchRule noCycleBetweenThePartsOfBeanstalk =
            slices().matching("io.beanpole.cloud.beanstalk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingOfSpring =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveNameMatching(".*(Helper|Util|Utils|Common|Base|Impl|Info)$");

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(Throwable.class).should().beAssignableTo(CloudException.class);

    @ArchTest
    static final ArchRule nobodyPrintsPastTheLog = noClasses()
            .that()
            .doNotBelongToAnyOf(LocalCloud.class, SqsdProgram.class)
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule oneClassOwnsEachServer = noClasses()
            .that()
            .resideOutsideOfPackages("..cloud.s3..", "..cloud.sqs..", "..cloud.database..", "..cloud.ecr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gaul..", "org.elasticmq..", "io.zonky..", "io.github.sgtsilvio..", "reactor..", "scala..");
}
