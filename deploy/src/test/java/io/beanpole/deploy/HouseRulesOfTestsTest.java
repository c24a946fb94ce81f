package io.beanpole.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of CONTRIBUTING.md that hold for the tests of this module. */
@AnalyzeClasses(packages = "io.beanpole.deploy", importOptions = OnlyIncludeTests.class)
class HouseRulesOfTestsTest {
    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
