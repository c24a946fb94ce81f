package io.beanpole.controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of CONTRIBUTING.md that hold inside this module. */
@AnalyzeClasses(packages = "io.beanpole.controller", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule noCycleBetweenPackages =
            slices().matching("io.beanpole.controller.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveNameMatching(".*(Helper|Util|Utils|Common|Base|Impl|Info)$");

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(Throwable.class).should().beAssignableTo(ControllerException.class);

    @ArchTest
    static final ArchRule nobodyPrintsPastTheLog = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule onlyLanesSpeakToAws = noClasses()
            .that()
            .resideOutsideOfPackage("io.beanpole.controller.lane")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");
}
