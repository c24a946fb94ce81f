package io.beanpole.cloud.beanstalk;

/** The namespaces of option settings that mean something here. */
final class OptionName {
    static final String ENVIRONMENT_PROPERTIES = "aws:elasticbeanstalk:application:environment";
    static final String APPLICATION = "aws:elasticbeanstalk:application";
    static final String SQSD = "aws:elasticbeanstalk:sqsd";
    static final String GROUP = "aws:autoscaling:asg";
    static final String TRIGGER = "aws:autoscaling:trigger";
    static final String CUSTOM = "aws:elasticbeanstalk:customoption";
    static final String COMMAND = "aws:elasticbeanstalk:command";
    static final String PROCESS = "aws:elasticbeanstalk:environment:process:default";
    static final String LAUNCH_CONFIGURATION = "aws:autoscaling:launchconfiguration";

    private OptionName() {}
}
