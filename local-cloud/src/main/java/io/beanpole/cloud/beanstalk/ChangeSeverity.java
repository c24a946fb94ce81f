package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.OptionName;
import java.util.Set;

/** What a changed option does to an environment that runs: AWS's three words, by namespace (reference 3.2 [B][D]). */
enum ChangeSeverity {
    /** The group, the daemons, the balancer or the environment's own rules follow; applications go on. */
    NO_INTERRUPTION,
    /** The applications start anew on the same instances. */
    RESTART_APPLICATION_SERVER,
    /** The instances are replaced. */
    RESTART_ENVIRONMENT;

    private static final Set<String> FOLLOWED = Set.of(
            OptionName.SQSD,
            OptionName.GROUP,
            OptionName.TRIGGER,
            OptionName.CUSTOM,
            OptionName.COMMAND,
            OptionName.PROCESS,
            "aws:autoscaling:scheduledaction",
            "aws:autoscaling:updatepolicy:rollingupdate",
            "aws:elasticbeanstalk:trafficsplitting",
            "aws:elasticbeanstalk:healthreporting:system",
            "aws:elasticbeanstalk:managedactions",
            "aws:elasticbeanstalk:managedactions:platformupdate",
            "aws:elasticbeanstalk:cloudwatch:logs",
            "aws:elasticbeanstalk:cloudwatch:logs:health",
            "aws:elasticbeanstalk:sns:topics",
            "aws:elasticbeanstalk:monitoring",
            "aws:elbv2:loadbalancer",
            "aws:elbv2:listener:default");
    private static final Set<String> OF_THE_MACHINE =
            Set.of(OptionName.LAUNCH_CONFIGURATION, "aws:ec2:instances", "aws:ec2:vpc");

    /** The gravest that changes in these namespaces have. */
    static ChangeSeverity of(Set<String> namespaces) {
        if (namespaces.stream().anyMatch(OF_THE_MACHINE::contains)) {
            return RESTART_ENVIRONMENT;
        }
        return FOLLOWED.containsAll(namespaces) ? NO_INTERRUPTION : RESTART_APPLICATION_SERVER;
    }
}
