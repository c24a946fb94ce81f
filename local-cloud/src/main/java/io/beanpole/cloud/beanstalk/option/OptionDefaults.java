package io.beanpole.cloud.beanstalk.option;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an option is when nobody sets it (evidence: [D][D26], reference 1.2, 3.6, 3.7). */
public final class OptionDefaults {
    private static final Map<String, Map<String, String>> BOTH_TIERS = Map.of(
            OptionName.GROUP,
            Map.of("MinSize", "1", "MaxSize", "4", "Cooldown", "360"),
            OptionName.COMMAND,
            Map.of(
                    "DeploymentPolicy", "AllAtOnce",
                    "Timeout", "600",
                    "BatchSizeType", "Percentage",
                    "BatchSize", "100",
                    "IgnoreHealthCheck", "false"),
            "aws:elasticbeanstalk:healthreporting:system",
            Map.of("SystemType", "enhanced", "HealthCheckSuccessThreshold", "Ok"),
            OptionName.TRIGGER,
            Map.of(
                    "MeasureName", "NetworkOut",
                    "Statistic", "Average",
                    "Unit", "Bytes",
                    "Period", "5",
                    "EvaluationPeriods", "1",
                    "BreachDuration", "5",
                    "LowerThreshold", "2000000",
                    "UpperThreshold", "6000000",
                    "LowerBreachScaleIncrement", "-1",
                    "UpperBreachScaleIncrement", "1"),
            OptionName.APPLICATION,
            Map.of("Application Healthcheck URL", ""));

    /** ErrorVisibilityTimeout is missing on purpose: the documented 2 s are not effective unless set [S2][M]. */
    private static final Map<String, String> SQSD = Map.of(
            "WorkerQueueURL", "",
            "HttpPath", "/",
            "MimeType", "application/json",
            "HttpConnections", "50",
            "ConnectTimeout", "5",
            "InactivityTimeout", "299",
            "VisibilityTimeout", "300",
            "RetentionPeriod", "345600",
            "MaxRetries", "10");

    private static final Map<String, String> PROCESS = Map.of(
            "Port", "80",
            "Protocol", "HTTP",
            "HealthCheckPath", "/",
            "HealthCheckInterval", "15",
            "HealthCheckTimeout", "5",
            "HealthyThresholdCount", "3",
            "UnhealthyThresholdCount", "5",
            "MatcherHTTPCode", "200",
            "DeregistrationDelay", "20",
            "StickinessEnabled", "false");

    private OptionDefaults() {}

    public static Map<String, Map<String, String>> of(EnvironmentTierName tier) {
        Map<String, Map<String, String>> defaults = new LinkedHashMap<>(BOTH_TIERS);
        if (tier == EnvironmentTierName.WORKER) {
            defaults.put(OptionName.SQSD, SQSD);
        } else {
            defaults.put(OptionName.PROCESS, PROCESS);
        }
        return defaults;
    }
}
