package io.beanpole.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import javafx.collections.FXCollections;

/** The rules of CONTRIBUTING.md that hold inside this module. */
@AnalyzeClasses(packages = "io.beanpole.console", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule noCycleBetweenPackages =
            slices().matching("io.beanpole.console.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noScreenKnowsTheFrame = noClasses()
            .that()
            .resideInAPackage("io.beanpole.console.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.beanpole.console");

    @ArchTest
    static final ArchRule awsIsSeenThroughDeployOnly =
            noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..");

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveNameMatching(".*(Helper|Util|Utils|Common|Base|Impl|Info)$");

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(Throwable.class).should().beAssignableTo(ConsoleException.class);

    @ArchTest
    static final ArchRule onlyTheStartPrintsPastTheLog =
            noClasses().that().doNotHaveSimpleName("Launcher").should(ACCESS_STANDARD_STREAMS);

    /** The wrapper hears of its list by a weak listener: whoever watches one that nobody keeps hears nothing, some day. */
    @ArchTest
    static final ArchRule whatIsWatchedIsKept = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a wrapper of a list is made outside of a constructor",
                    call -> call.getTargetOwner().isEquivalentTo(FXCollections.class)
                            && call.getName().startsWith("unmodifiable")
                            && !call.getOrigin().isConstructor()));

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);
}
