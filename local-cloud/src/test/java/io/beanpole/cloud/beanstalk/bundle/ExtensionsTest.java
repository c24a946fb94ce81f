package io.beanpole.cloud.beanstalk.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";

    @Test
    void bothFormsAreReadAndLaterFilesWin() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/02.config",
                "option_settings:\n  aws:elasticbeanstalk:sqsd:\n    MaxRetries: 7\n",
                ".ebextensions/01.config",
                """
                option_settings:
                  - namespace: aws:elasticbeanstalk:sqsd
                    option_name: MaxRetries
                    value: 3
                  - option_name: COLOUR
                    value: green
                """));

        assertThat(extensions.settings().get(SQSD)).containsEntry("MaxRetries", "7");
        assertThat(extensions.settings().get("aws:elasticbeanstalk:application:environment"))
                .containsEntry("COLOUR", "green");
        assertThat(extensions.faults()).isEmpty();
    }

    @Test
    void aResourceNameStandsBeforeItsNamespaceInBothForms() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/1.config",
                """
                option_settings:
                  - {namespace: "aws:autoscaling:scheduledaction", resource_name: Morning, option_name: MinSize, value: 3}
                """,
                ".ebextensions/2.config",
                "option_settings: {Evening.aws:autoscaling:scheduledaction: {MinSize: 1}}"));

        assertThat(extensions.settings())
                .containsExactly(Map.entry(
                        "aws:autoscaling:scheduledaction", Map.of("Morning/MinSize", "3", "Evening/MinSize", "1")));
    }

    @Test
    void optionSettingsOfWhichSomethingWouldBeLostSkipTheirFile() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/1.config", "option_settings: text",
                ".ebextensions/2.config", "option_settings: [{namespace: a, value: 1}]",
                ".ebextensions/3.config", "option_settings: {a: b}",
                ".ebextensions/4.config", "option_settings: {a: {B: [c]}}",
                ".ebextensions/5.config", "option_settings: [{option_name: A}]",
                ".ebextensions/6.config", "option_settings:"));

        assertThat(extensions.settings()).isEmpty();
        assertThat(extensions.faults()).hasSize(5).allMatch(each -> each.contains("and was skipped: "));
        assertThat(extensions.faults().get(1)).contains("has no option_name: {\"namespace\":\"a\",\"value\":1}");
    }

    @Test
    void anUnknownKeySkipsItsFile() {
        Extensions extensions =
                new Extensions(Map.of(".ebextensions/1.config", "option_setting: {}\noption_settings: {a: {B: c}}"));

        assertThat(extensions.settings()).isEmpty();
        assertThat(extensions.faults())
                .singleElement()
                .asString()
                .startsWith("Error processing file (Skipping): '.ebextensions/1.config' - Contains invalid key:"
                        + " 'option_setting'.");
    }

    @Test
    void stepsThatMakeNoSenseSkipTheirFile() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/1.config", "commands: {a: {cwd: /tmp}}",
                ".ebextensions/2.config", "container_commands: {a: {command: x, leader_only: true, test: y}}",
                ".ebextensions/3.config", "files: {relative: {content: x}}",
                ".ebextensions/4.config", "files: {/a: {mode: '000999', content: x}}",
                ".ebextensions/5.config", "files: [x]",
                ".ebextensions/6.config", "files: {/a: {mode: '000644'}}"));

        assertThat(extensions.steps()).isEmpty();
        assertThat(extensions.faults()).hasSize(6).allMatch(each -> each.contains("and was skipped: "));
    }

    @Test
    void jsonIsReadToo() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/a.config",
                "{\"option_settings\": {\"aws:elasticbeanstalk:sqsd\": {\"HttpPath\": \"/x\"}}}"));

        assertThat(extensions.settings().get(SQSD)).containsEntry("HttpPath", "/x");
    }

    @Test
    void aFileThatDoesNotParseIsSkippedWithAWarning() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/1.config", "option_settings: [unclosed",
                ".ebextensions/2.config", "just text",
                ".ebextensions/3.config", "option_settings:\n  a:\n    B: c\n"));

        assertThat(extensions.faults()).hasSize(2);
        assertThat(extensions.settings()).containsOnlyKeys("a");
    }

    @Test
    void resourcesAreReadAndWhatIsNotCarriedOutIsSaid() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/2.config",
                "Resources:\n  B: {Type: AWS::SQS::Queue}\n",
                ".ebextensions/1.config",
                "Resources:\n  A: {Type: AWS::SQS::Queue}\nsources: {}\nOutputs: {}\n"));

        assertThat(extensions.resources()).containsOnlyKeys(".ebextensions/1.config", ".ebextensions/2.config");
        assertThat(extensions.resources().keySet()).first().isEqualTo(".ebextensions/1.config");
        assertThat(extensions.notes())
                .containsExactly(
                        "The key Outputs of the configuration file .ebextensions/1.config was not carried out: nothing"
                                + " reads the outputs of an environment's stack.",
                        "The key sources of the configuration file .ebextensions/1.config was not carried out: archives"
                                + " are not fetched here.");
    }

    @Test
    void shortTagsAliasesAndDoubleKeysAreRefused() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/1.config", "Resources:\n  A: {Type: T, Properties: {B: !Ref C}}\n",
                ".ebextensions/2.config", "Resources: &r {}\nMappings: *r\n",
                ".ebextensions/3.config", "option_settings: {}\noption_settings: {}\n"));

        assertThat(extensions.resources()).isEmpty();
        assertThat(extensions.faults())
                .hasSize(3)
                .allMatch(each -> each.contains("and was skipped: "))
                .anyMatch(each -> each.contains("uses the tag !Ref; write the long form"));
    }
}
