package io.beanpole.cloud.beanstalk.deployment;

import io.beanpole.cloud.Pace;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.time.Duration;

/**
 * How new instances are tried with a share of the requests (evidence: [D], reference 3.6).
 *
 * @param percent of the requests that they get, 1 to 100
 * @param minutes that they get it for on AWS, 3 to 600
 * @param lasts how long that is here
 */
public record TrafficSplit(int percent, int minutes, Duration lasts) {
    private static final String NAMESPACE = "aws:elasticbeanstalk:trafficsplitting";

    /** The one of {@code aws:elasticbeanstalk:trafficsplitting}. */
    public static TrafficSplit of(OptionSettings settings, Pace pace) {
        int minutes = settings.number(NAMESPACE, "EvaluationTime", 5);
        int percent = settings.number(NAMESPACE, "NewVersionPercent", 10);
        return new TrafficSplit(Math.min(100, Math.max(1, percent)), minutes, pace.of(Duration.ofMinutes(minutes)));
    }
}
