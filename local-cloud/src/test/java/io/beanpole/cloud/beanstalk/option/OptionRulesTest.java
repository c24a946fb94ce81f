package io.beanpole.cloud.beanstalk.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionRulesTest {
    private static Optional<String> fault(String namespace, String name, String value) {
        return OptionRules.fault(new OptionKey(namespace, name), value).map(OptionMessage::message);
    }

    private static List<String> conflicts(EnvironmentTierName tier, Map<String, Map<String, String>> settings) {
        return OptionRules.conflicts(new OptionSettings(List.of(OptionDefaults.of(tier), settings)), tier).stream()
                .map(each -> (each.isError() ? "error " : "warning ") + each.message())
                .toList();
    }

    @Test
    void everyDefaultIsAValueThatItsOptionTakes() {
        for (EnvironmentTierName tier : EnvironmentTierName.values()) {
            assertThat(OptionRules.faults(OptionDefaults.of(tier))).isEmpty();
            assertThat(conflicts(tier, Map.of())).isEmpty();
        }
    }

    @Test
    void anOptionThatThereIsNotIsRefusedInTheWordsOfAws() {
        assertThat(fault("aws:autoscaling:trigger", " LowerThreshold", "1"))
                .contains("Invalid option specification (Namespace: 'aws:autoscaling:trigger', OptionName: '"
                        + " LowerThreshold'): Unknown configuration setting.");
        assertThat(fault("aws:rds:nothing", "Anything", "1")).isPresent();
        assertThat(fault("nothing", "Anything", "1")).isPresent();
    }

    @Test
    void numbersStayInTheirRange() {
        assertThat(fault(OptionName.SQSD, "HttpConnections", "100")).isEmpty();
        assertThat(fault(OptionName.SQSD, "HttpConnections", "101"))
                .contains("Invalid option value: '101' (Namespace: 'aws:elasticbeanstalk:sqsd', OptionName:"
                        + " 'HttpConnections'): Value must be a number from 1 to 100.");
        assertThat(fault(OptionName.SQSD, "HttpConnections", "many")).isPresent();
        assertThat(fault(OptionName.TRIGGER, "LowerThreshold", "-1"))
                .get()
                .asString()
                .endsWith("Value must be a number of at least 0.");
    }

    @Test
    void aTimeoutOfARollingUpdateIsADurationAndThatOfACommandANumber() {
        assertThat(fault(OptionName.UPDATE_POLICY, "Timeout", "PT30M")).isEmpty();
        assertThat(fault(OptionName.UPDATE_POLICY, "Timeout", "30")).isPresent();
        assertThat(fault(OptionName.COMMAND, "Timeout", "30")).isEmpty();
        assertThat(fault(OptionName.COMMAND, "Timeout", "PT30M")).isPresent();
    }

    @Test
    void wordsBooleansDocumentsAndLengthsAreChecked() {
        assertThat(fault(OptionName.COMMAND, "DeploymentPolicy", "Sometimes")).isPresent();
        assertThat(fault(OptionName.COMMAND, "DeploymentPolicy", "Immutable")).isEmpty();
        assertThat(fault(OptionName.LOGS, "StreamLogs", "yes")).isPresent();
        assertThat(fault(OptionName.HEALTH, "ConfigDocument", "{\"Version\": 1}"))
                .isEmpty();
        assertThat(fault(OptionName.HEALTH, "ConfigDocument", "{")).isPresent();
        assertThat(fault(OptionName.APPLICATION, "Application Healthcheck URL", "/".repeat(201)))
                .isPresent();
        assertThat(fault(OptionName.MANAGED_ACTIONS, "PreferredStartTime", "Tue:09:00"))
                .isEmpty();
        assertThat(fault(OptionName.MANAGED_ACTIONS, "PreferredStartTime", "Someday"))
                .isPresent();
    }

    @Test
    void whereAndHowHealthIsAskedIsAPathAndStatusCodes() {
        for (String path : List.of("/", "/health", "/a/b-c_d.e?f=g&h=%20", "")) {
            assertThat(fault(OptionName.PROCESS, "HealthCheckPath", path)).isEmpty();
        }
        for (String path : List.of("health", "/a b", "/x{y}", "/%2", "/a#b", "/a\\b")) {
            assertThat(fault(OptionName.PROCESS, "HealthCheckPath", path)).isPresent();
        }
        assertThat(fault(OptionName.APPLICATION, "Application Healthcheck URL", "HTTP:80/health"))
                .isEmpty();
        assertThat(fault(OptionName.APPLICATION, "Application Healthcheck URL", "/x{y}"))
                .isPresent();
        for (String codes : List.of("200", "200,202", "200-299", "200-299,404")) {
            assertThat(fault(OptionName.PROCESS, "MatcherHTTPCode", codes)).isEmpty();
        }
        for (String codes : List.of("", "ok", "20", "200-", "200-299-300", "900")) {
            assertThat(fault(OptionName.PROCESS, "MatcherHTTPCode", codes)).isPresent();
        }
    }

    @Test
    void whatHasNoEffectHereIsSaidUnlessItIsTheDefault() {
        OptionSettings set = new OptionSettings(List.of(
                Map.of("aws:elasticbeanstalk:application:environmentsecrets", Map.of("KEY", "arn:aws:ssm:x")),
                Map.of(OptionName.PROCESS, Map.of("StickinessEnabled", "true", "Port", "80")),
                Map.of(OptionName.GROUP, Map.of("MinSize", "2"))));

        assertThat(OptionRules.unserved(set))
                .extracting(OptionMessage::message)
                .containsExactly(
                        "The option setting (Namespace: 'aws:elasticbeanstalk:application:environmentsecrets',"
                                + " OptionName: 'KEY') has no effect: no secrets are fetched here, so the application"
                                + " starts without this variable.",
                        "The option setting (Namespace: 'aws:elasticbeanstalk:environment:process:default',"
                                + " OptionName: 'StickinessEnabled') has no effect: the load balancer sends the"
                                + " requests of one client to all instances in turn here.");
        for (EnvironmentTierName tier : EnvironmentTierName.values()) {
            assertThat(OptionRules.unserved(new OptionSettings(List.of(OptionDefaults.of(tier)))))
                    .isEmpty();
        }
    }

    @Test
    void whatPeopleNameThemselvesTakesAnyName() {
        assertThat(fault(OptionName.ENVIRONMENT_PROPERTIES, "MaxSize", "any")).isEmpty();
        assertThat(fault("aws:elasticbeanstalk:environment:process:admin", "Port", "8081"))
                .isEmpty();
        assertThat(fault("aws:elasticbeanstalk:environment:process:admin", "Port", "0"))
                .isPresent();
        assertThat(fault("aws:elbv2:listener:443", "Protocol", "HTTPS")).isEmpty();
        assertThat(fault("aws:elasticbeanstalk:application:environmentsecrets", "KEY", "secret"))
                .isPresent();
    }

    @Test
    void aScheduledActionNeedsTheNameOfItsResource() {
        assertThat(fault(OptionName.SCHEDULED_ACTION, "MinSize", "1")).isPresent();
        OptionKey named = new OptionKey(OptionName.SCHEDULED_ACTION, "MinSize", "Night");
        assertThat(OptionRules.fault(named, "1")).isEmpty();
        assertThat(OptionKey.ofKept(OptionName.SCHEDULED_ACTION, named.kept())).isEqualTo(named);
    }

    @Test
    void settingsThatContradictEachOtherAreErrors() {
        assertThat(conflicts(EnvironmentTierName.WEB_SERVER, Map.of(OptionName.COMMAND, Map.of("BatchSize", "101"))))
                .singleElement()
                .asString()
                .contains("from 1 to 100, because BatchSizeType is Percentage");
        assertThat(conflicts(
                        EnvironmentTierName.WORKER,
                        Map.of(OptionName.COMMAND, Map.of("DeploymentPolicy", "TrafficSplitting"))))
                .singleElement()
                .asString()
                .startsWith("error ");
        assertThat(conflicts(
                        EnvironmentTierName.WEB_SERVER,
                        Map.of(OptionName.MANAGED_ACTIONS, Map.of("ManagedActionsEnabled", "true"))))
                .singleElement()
                .asString()
                .contains("'PreferredStartTime'");
        assertThat(conflicts(
                        EnvironmentTierName.WEB_SERVER,
                        Map.of(OptionName.ENVIRONMENT_PROPERTIES, Map.of("KEY", "x".repeat(4094)))))
                .singleElement()
                .asString()
                .contains("have 4097 bytes");
    }

    @Test
    void aTriggerThatDoesNotAddUpIsAWarningOnly() {
        assertThat(conflicts(EnvironmentTierName.WORKER, Map.of(OptionName.TRIGGER, Map.of("Period", "1"))))
                .singleElement()
                .asString()
                .startsWith("warning BreachDuration (5) differs from Period (1) times EvaluationPeriods (1)");
    }

    @Test
    void aChangeIsAsGraveAsItsGravestOption() {
        OptionSettings before = new OptionSettings(List.of(OptionDefaults.of(EnvironmentTierName.WEB_SERVER)));
        OptionSettings sized = with(before, OptionName.GROUP, "MaxSize", "5");
        OptionSettings renamed = with(sized, OptionName.ENVIRONMENT_PROPERTIES, "NAME", "two");
        OptionSettings other = with(renamed, OptionName.LAUNCH_CONFIGURATION, "InstanceType", "m5.large");

        assertThat(before.severityFrom(before)).isEqualTo(ChangeSeverity.NO_INTERRUPTION);
        assertThat(sized.severityFrom(before)).isEqualTo(ChangeSeverity.NO_INTERRUPTION);
        assertThat(renamed.severityFrom(before)).isEqualTo(ChangeSeverity.RESTART_APPLICATION_SERVER);
        assertThat(other.severityFrom(before)).isEqualTo(ChangeSeverity.RESTART_ENVIRONMENT);
        assertThat(before.severityFrom(other)).isEqualTo(ChangeSeverity.RESTART_ENVIRONMENT);
        assertThat(renamed.changesFrom(before))
                .containsExactlyInAnyOrder(
                        new OptionKey(OptionName.GROUP, "MaxSize"),
                        new OptionKey(OptionName.ENVIRONMENT_PROPERTIES, "NAME"));
    }

    private static OptionSettings with(OptionSettings settings, String namespace, String name, String value) {
        return new OptionSettings(List.of(settings.all(), Map.of(namespace, Map.of(name, value))));
    }
}
