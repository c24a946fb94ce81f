package io.beanpole.cloud.beanstalk.option;

/** The namespaces of option settings that mean something here. */
public final class OptionName {
    public static final String ENVIRONMENT_PROPERTIES = "aws:elasticbeanstalk:application:environment";
    public static final String APPLICATION = "aws:elasticbeanstalk:application";
    public static final String SQSD = "aws:elasticbeanstalk:sqsd";
    public static final String GROUP = "aws:autoscaling:asg";
    public static final String INSTANCES = "aws:ec2:instances";
    public static final String TRIGGER = "aws:autoscaling:trigger";
    public static final String CUSTOM = "aws:elasticbeanstalk:customoption";
    public static final String COMMAND = "aws:elasticbeanstalk:command";
    public static final String PROCESS = "aws:elasticbeanstalk:environment:process:default";
    public static final String LOAD_BALANCER = "aws:elbv2:loadbalancer";
    public static final String LAUNCH_CONFIGURATION = "aws:autoscaling:launchconfiguration";
    public static final String UPDATE_POLICY = "aws:autoscaling:updatepolicy:rollingupdate";
    public static final String SCHEDULED_ACTION = "aws:autoscaling:scheduledaction";
    public static final String TRAFFIC_SPLITTING = "aws:elasticbeanstalk:trafficsplitting";
    public static final String ENVIRONMENT = "aws:elasticbeanstalk:environment";
    public static final String HEALTH = "aws:elasticbeanstalk:healthreporting:system";
    public static final String LOGS = "aws:elasticbeanstalk:cloudwatch:logs";
    public static final String MANAGED_ACTIONS = "aws:elasticbeanstalk:managedactions";
    public static final String PLATFORM_UPDATE = "aws:elasticbeanstalk:managedactions:platformupdate";

    private OptionName() {}
}
