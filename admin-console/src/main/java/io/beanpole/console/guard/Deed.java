package io.beanpole.console.guard;

import java.util.List;

/** What the console can change in a cloud, with the rights of AWS that each needs. */
public enum Deed {
    DEPLOY(
            "elasticbeanstalk:CreateApplicationVersion",
            "elasticbeanstalk:CreateStorageLocation",
            "elasticbeanstalk:UpdateEnvironment",
            "s3:PutObject"),
    ABORT("elasticbeanstalk:AbortEnvironmentUpdate"),
    SWAP("elasticbeanstalk:SwapEnvironmentCNAMEs"),
    RESTART("elasticbeanstalk:RestartAppServer"),
    REBUILD("elasticbeanstalk:RebuildEnvironment"),
    CHANGE_SETTINGS("elasticbeanstalk:UpdateEnvironment"),
    SCALE(
            "autoscaling:PutScalingPolicy",
            "autoscaling:UpdateAutoScalingGroup",
            "cloudwatch:DisableAlarmActions",
            "cloudwatch:PutMetricAlarm"),
    PROTECT("autoscaling:SetInstanceProtection"),
    SEND_MESSAGE("sqs:SendMessage"),
    /** A task that the web tier is asked for over HTTP, which no right of AWS stands before. */
    TEST_TASK(),
    /** A look at dead letters: it raises their receive counts and hides them from everybody else for a while. */
    LOOK("sqs:ReceiveMessage", "sqs:ChangeMessageVisibility"),
    REDRIVE("sqs:ReceiveMessage", "sqs:SendMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"),
    PURGE("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"),
    ACKNOWLEDGE("s3:PutObject"),
    REQUEST_LOGS("elasticbeanstalk:RequestEnvironmentInfo", "elasticbeanstalk:RetrieveEnvironmentInfo");

    private final List<String> rights;

    Deed(String... rights) {
        this.rights = List.of(rights);
    }

    /** The actions of IAM that it needs, as a policy names them. */
    public List<String> rights() {
        return rights;
    }
}
