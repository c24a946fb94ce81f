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
                "Resources:\n  A: {Type: AWS::SQS::Queue}\nfiles: {}\ncommands: {}\n"));

        assertThat(extensions.resources()).containsOnlyKeys(".ebextensions/1.config", ".ebextensions/2.config");
        assertThat(extensions.resources().keySet()).first().isEqualTo(".ebextensions/1.config");
        assertThat(extensions.notes())
                .containsExactly("The local cloud does not carry out these keys of the configuration file"
                        + " .ebextensions/1.config: commands, files.");
    }

    @Test
    void shortTagsAliasesAndDoubleKeysAreRefused() {
        Extensions extensions = new Extensions(Map.of(
                ".ebextensions/1.config", "Resources:\n  A: {Type: T, Properties: {B: !Ref C}}\n",
                ".ebextensions/2.config", "Resources: &r {}\nMore: *r\n",
                ".ebextensions/3.config", "option_settings: {}\noption_settings: {}\n"));

        assertThat(extensions.resources()).isEmpty();
        assertThat(extensions.faults())
                .hasSize(3)
                .allMatch(each -> each.contains("and was skipped: "))
                .anyMatch(each -> each.contains("uses the tag !Ref; write the long form"));
    }
}
