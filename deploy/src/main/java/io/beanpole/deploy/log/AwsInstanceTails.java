package io.beanpole.deploy.log;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.EnvironmentLogs;
import io.beanpole.deploy.beanstalk.LogTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Logs as Elastic Beanstalk collects them. */
public final class AwsInstanceTails implements InstanceTails, AutoCloseable {
    private final AwsAccess access;
    private final EnvironmentLogs logs;

    /** Reached by this way. */
    public AwsInstanceTails(AwsAccess access) {
        this.access = access;
        this.logs = new EnvironmentLogs(access);
    }

    @Override
    public List<LogTail> tails(String environmentName, Set<String> instances) {
        return logs.tails(environmentName, instances);
    }

    @Override
    public void bundle(String environmentName, String instance, Path file) {
        logs.bundle(environmentName, instance, file);
    }

    /** None for a cloud with an endpoint of its own: its instances answer neither Systems Manager nor ssh. */
    @Override
    public ShellCommands shell(String environmentName, String instance) {
        if (access.hasOwnEndpoint()) {
            return new ShellCommands("", "");
        }
        var way = " --region " + access.region() + (access.profile() == null ? "" : " --profile " + access.profile());
        return new ShellCommands(
                "aws ssm start-session --target " + instance + way,
                "eb ssh " + environmentName + " --instance " + instance + way);
    }

    @Override
    public void close() {
        logs.close();
    }
}
